//! What programs are told they can ask for, on the page and in `OpenAPI`.

use std::collections::{BTreeMap, BTreeSet};

use lectern::site::{Operation, Resolution, Route};
use regex::Regex;
use serde_json::Value;

use crate::support::{
    RenderedSite, all, attribute, real, scholarly, sites, snapshot, sound, words,
};

/// The operations that a site has, each with the paths of its routes.
fn operations(rendered: &RenderedSite) -> BTreeMap<Operation, Vec<&str>> {
    let mut found: BTreeMap<Operation, Vec<&str>> = BTreeMap::new();
    for (path, (route, _)) in rendered.resources() {
        if let Some(operation) = route.operation() {
            found.entry(operation).or_default().push(path);
        }
    }
    found
}

#[test]
fn whole_pages() {
    snapshot(scholarly(), "api", "/api");
    snapshot(sound(), "api_without_scholarship", "/api");
}

#[test]
fn whole_description() {
    snapshot(scholarly(), "openapi", "/openapi.json");
}

#[test]
fn every_route_is_a_page_a_file_of_pages_or_for_programs() {
    for rendered in sites() {
        for (path, (route, _)) in rendered.resources() {
            let is_asset = matches!(route, Route::Asset(_) | Route::Image(_));
            let sorts = [route.is_page(), is_asset, route.operation().is_some()];
            assert_eq!(sorts.iter().filter(|is_so| **is_so).count(), 1, "{path}");
        }
    }
}

#[test]
fn routes_have_the_shape_and_media_type_that_programs_are_told() {
    for rendered in sites() {
        let description = rendered.data("/openapi.json");
        for (operation, paths) in operations(rendered) {
            let facts = operation.facts();
            let told = &description["paths"][&*facts.template]["get"];
            let shape = shape(&facts.template, told);
            for path in paths {
                assert!(shape.is_match(path), "{path} is not {}", facts.template);
                let (_, resource) = &rendered.resources()[path];
                assert_eq!(resource.media_type, facts.media_type, "{path}");
            }
        }
    }
}

/// Paths of a template, whose parameters are as they are described.
fn shape(template: &str, told: &Value) -> Regex {
    let mut pattern = regex::escape(template);
    for parameter in told["parameters"].as_array().unwrap() {
        let name = parameter["name"].as_str().unwrap();
        let schema = &parameter["schema"];
        let value = match (schema["pattern"].as_str(), schema["enum"].as_array()) {
            (Some(own), _) => own.trim_matches(['^', '$']).to_owned(),
            (None, Some(names)) => {
                let names: Vec<&str> = names.iter().map(|one| one.as_str().unwrap()).collect();
                names.join("|")
            }
            (None, None) => "[1-9][0-9]*".to_owned(),
        };
        pattern = pattern.replace(&format!("\\{{{name}\\}}"), &format!("({value})"));
    }
    Regex::new(&format!("^{pattern}$")).unwrap()
}

#[test]
fn page_and_description_name_every_operation_with_an_address_of_the_site() {
    for rendered in sites() {
        let expected: BTreeSet<String> = operations(rendered)
            .into_keys()
            .map(|operation| operation.facts().template.into_owned())
            .collect();
        let page = rendered.page("/api");
        let entries = all(&page, ".operations > li > code").into_iter();
        let on_page: BTreeSet<String> = entries.map(words).collect();
        assert_eq!(on_page, expected);
        let description = rendered.data("/openapi.json");
        let paths = description["paths"].as_object().unwrap();
        let described: BTreeSet<String> = paths.keys().cloned().collect();
        assert_eq!(described, expected);
        for example in all(&page, ".operations > li a") {
            let path = attribute(example, "href").split('?').next().unwrap();
            let found = rendered.site.resolve(path);
            let is_data =
                matches!(found, Some(Resolution::Found(route)) if route.operation().is_some());
            assert!(is_data, "{path}");
        }
    }
}

#[test]
fn ids_of_operations_are_their_own() {
    let description = real().data("/openapi.json");
    let paths = description["paths"].as_object().unwrap();
    let ids: BTreeSet<&str> = paths
        .values()
        .map(|path| path["get"]["operationId"].as_str().unwrap())
        .collect();
    assert_eq!(ids.len(), paths.len());
    let is_plain = |id: &&str| id.bytes().all(|byte| byte.is_ascii_alphabetic());
    assert!(ids.iter().all(is_plain), "{ids:?}");
}

#[test]
fn description_knows_its_address() {
    let known = RenderedSite::new(
        scholarly().library().clone(),
        Some("https://example.org/texts"),
    );
    let servers =
        |rendered: &RenderedSite| rendered.data("/openapi.json")["servers"][0]["url"].clone();
    assert_eq!(servers(&known), "https://example.org/texts/");
    assert_eq!(servers(scholarly()), "/");
}
