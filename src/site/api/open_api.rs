//! What programs can ask the site for, as `OpenAPI` 3.1 describes it.

use serde_json::{Map, Value, json};

use super::examples::{Described, described};
use super::schemas::Schemas;
use crate::site::context::RenderContext;
use crate::site::routes::{Operation, OperationGroup, Parameter, ParameterValue, Table};

/// The description of every operation of the site.
pub fn open_api(ctx: RenderContext<'_>) -> Value {
    let mut schemas = Schemas::new();
    let problem = schemas.problem();
    let operations = described(ctx);
    let paths = operations.iter().map(|one| {
        let path = one.facts.template.to_string();
        (path, json!({"get": operation(one, &mut schemas)}))
    });
    let paths: Map<String, Value> = paths.collect();
    let tags = OperationGroup::ALL.into_iter().filter(|group| {
        let mut operations = operations.iter();
        operations.any(|one| one.facts.group == *group)
    });
    let tags: Vec<Value> = tags.map(|group| json!({"name": group.name()})).collect();
    let told = |description: &str| {
        json!({
            "description": description,
            "content": {"application/problem+json": {"schema": problem}},
        })
    };
    json!({
        "openapi": "3.1.1",
        "info": info(ctx),
        "servers": [{"url": ctx.whole_address("/").trim_end_matches('/').to_owned() + "/"}],
        "tags": tags,
        "paths": paths,
        "components": {
            "schemas": schemas.into_named(),
            "headers": {"ETag": {
                "description": "A strong entity tag: it changes with the bytes of the answer.",
                "schema": {"type": "string"},
            }},
            "responses": {
                "NotModified": {
                    "description": "What `If-None-Match` names is still what is sent.",
                    "headers": {"ETag": {"$ref": "#/components/headers/ETag"}},
                },
                "Moved": {"description": "The same under its one address."},
                "BadRequest": told("The request could not be understood."),
                "NotFound": told("Nothing is there; what may have been meant is offered."),
            },
        },
    })
}

fn info(ctx: RenderContext<'_>) -> Value {
    let settings = &ctx.library.settings;
    let mut info = json!({
        "title": format!("{}: data", settings.title),
        "summary": settings.tagline,
        "description": settings.description,
        "version": settings.edition,
    });
    if let Some(license) = &settings.license {
        info["license"] = json!({"name": license.name, "url": license.url});
    }
    info
}

fn operation(one: &Described, schemas: &mut Schemas) -> Value {
    let in_path = one.in_path().into_iter();
    let in_path = in_path.map(|(parameter, value)| {
        let mut told = told(parameter, Some(value));
        told["in"] = "path".into();
        told["required"] = true.into();
        told
    });
    let in_query = one.query.iter().map(|(parameter, value)| {
        let mut told = told(*parameter, value.as_deref());
        told["in"] = "query".into();
        told
    });
    let parameters: Vec<Value> = in_path.chain(in_query).collect();
    let media_type = one.facts.media_type.split(';').next().unwrap_or_default();
    let content = match schemas.answer(one.operation) {
        Some(schema) => json!({media_type: {"schema": schema}}),
        None => json!({media_type: {}}),
    };
    let mut answer = json!({"description": one.facts.summary, "content": content});
    let mut responses = Map::new();
    let kept = one.operation != Operation::Health;
    if kept {
        answer["headers"] = json!({"ETag": {"$ref": "#/components/headers/ETag"}});
    }
    responses.insert("200".to_owned(), answer);
    let also = [
        ("304", "NotModified", kept),
        ("308", "Moved", one.facts.parameters().next().is_some()),
        ("400", "BadRequest", one.operation.may_refuse()),
        ("404", "NotFound", one.operation.may_miss()),
    ];
    for (status, name, _) in also.into_iter().filter(|(_, _, is_possible)| *is_possible) {
        let response = json!({"$ref": format!("#/components/responses/{name}")});
        responses.insert(status.to_owned(), response);
    }
    json!({
        "operationId": one.facts.id,
        "summary": one.facts.summary,
        "tags": [one.facts.group.name()],
        "parameters": parameters,
        "responses": responses,
    })
}

fn told(parameter: Parameter, example: Option<&str>) -> Value {
    let schema = match parameter.value() {
        ParameterValue::Text(pattern) => json!({"type": "string", "pattern": pattern}),
        ParameterValue::AnyText(longest) => json!({"type": "string", "maxLength": longest}),
        // What is longer is no error: the rest is left out, and the answer says so.
        ParameterValue::CutText(longest) => {
            let read = format!("The first {longest} characters are read.");
            json!({"type": "string", "description": read})
        }
        ParameterValue::Texts(most) => {
            let read = format!("The first {most} are read.");
            json!({"type": "array", "items": {"type": "string"}, "description": read})
        }
        ParameterValue::Number => json!({"type": "integer", "minimum": 1}),
        ParameterValue::Day => json!({"type": "string", "format": "date"}),
        ParameterValue::Table(tables) => {
            json!({"type": "string", "enum": tables.map(Table::name)})
        }
    };
    let mut told = json!({
        "name": parameter.name(),
        "description": parameter.description(),
        "schema": schema,
    });
    if let ParameterValue::Texts(_) = parameter.value() {
        told["explode"] = false.into();
    }
    if let Some(example) = example {
        told["example"] = match parameter.value() {
            ParameterValue::Texts(_) => example.split(',').collect(),
            ParameterValue::Number => example.parse::<u64>().map_or(Value::Null, Value::from),
            _ => example.into(),
        };
    }
    told
}
