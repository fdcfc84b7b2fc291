//! The order of the house: which sources import which. `ARCHITECTURE.md` says what the rooms are.
//!
//! The imports are read from the sources: `use` declarations and paths that are written out, tests
//! of a file left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{read_dir, read_to_string};
use std::path::Path;
use std::sync::LazyLock;

use syn::visit::{Visit, visit_path};
use syn::{Attribute, ImplItemFn, Item, ItemFn, ItemMod, UseTree};

/// What each room may import from others, from the lowest to the highest.
const ROOMS: [(&str, &[&str]); 13] = [
    ("analysis", &[]),
    ("library", &["analysis"]),
    ("content", &["analysis", "library"]),
    ("study", &["analysis", "library"]),
    ("search", &["analysis", "library", "study"]),
    ("cite", &["library"]),
    ("site", &["analysis", "library", "study", "search", "cite"]),
    ("serve", &["library", "site"]),
    ("export", &["library", "site"]),
    ("check", &["library", "content", "site"]),
    ("adoption", &["library", "content", "check"]),
    ("reload", &["library", "content", "check", "site", "serve"]),
    (
        "program",
        &[
            "library", "content", "site", "serve", "export", "check", "adoption", "reload",
        ],
    ),
];

/// What is in `src/site/`, from the lowest to the highest: each may import what stands before it in
/// another row, and what stands in its own row. All files that are not named are ground.
const SITE_ROWS: [&[&str]; 13] = [
    &["ground", "assets", "language", "routes"],
    &["shell"],
    &["citing"],
    &["capture", "concordance", "terms"],
    &["text"],
    &[
        "compare",
        "search",
        "pages",
        "paragraph",
        "data",
        "discovery",
    ],
    &["exports"],
    &["handout"],
    &["api"],
    &["built_site"],
    &["render"],
    &["dynamic", "static_copy"],
    &["mod"],
];

/// The files of the program itself, which is a crate beside the library.
const PROGRAM: [&str; 4] = ["main.rs", "cli.rs", "failure.rs", "serving.rs"];

/// What knows the network.
const NETWORK: [&str; 7] = [
    "axum",
    "hyper",
    "hyper_util",
    "socket2",
    "tokio",
    "tower",
    "tower_http",
];

/// More files than this in one folder are more than one idea.
const MOST_FILES: usize = 16;

/// And so are more lines than this in one file.
const MOST_LINES: usize = 400;

/// A module by its names from the root of the crate: `["site", "text", "prose"]`.
type Module = Vec<String>;

/// A source file.
struct Source {
    /// Below `src/`: `site/text/prose.rs`.
    path: String,
    module: Module,
    lines: usize,
    /// Paths as they are written, one for each name that is imported.
    imports: BTreeSet<Vec<String>>,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        let mut reader = Reader::default();
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        reader.visit_file(&file);
        Self {
            path: path.to_owned(),
            module: module_of(path),
            lines: text.lines().count(),
            imports: reader.imports,
        }
    }

    fn room(&self) -> &str {
        if PROGRAM.contains(&self.path.as_str()) {
            return "program";
        }
        match self.module.first() {
            Some(room) => room,
            // The list of all rooms.
            None => "crate",
        }
    }

    /// The folder that the file stands in: `site/text`.
    fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

fn module_of(path: &str) -> Module {
    let stem = path.strip_suffix(".rs").unwrap();
    let names = stem.split('/').map(str::to_owned);
    let is_file_of_its_folder = |name: &String| ["mod", "lib", "main"].contains(&name.as_str());
    names.filter(|name| !is_file_of_its_folder(name)).collect()
}

/// Collects the paths of a file that lead out of it.
#[derive(Default)]
struct Reader {
    imports: BTreeSet<Vec<String>>,
}

impl Reader {
    fn read_use(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: String| [before, &[name]].concat();
        match tree {
            UseTree::Path(path) => self.read_use(&path.tree, &with(path.ident.to_string())),
            UseTree::Name(name) => drop(self.imports.insert(with(name.ident.to_string()))),
            UseTree::Rename(name) => drop(self.imports.insert(with(name.ident.to_string()))),
            UseTree::Glob(_) => drop(self.imports.insert(before.to_vec())),
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.read_use(tree, before);
                }
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            Item::Use(item) => self.read_use(&item.tree, &[]),
            Item::Mod(ItemMod { attrs, .. }) if is_for_tests(attrs) => {}
            Item::Mod(ItemMod {
                content: Some(_),
                ident,
                ..
            }) => panic!("{ident} is a module inside a file, whose paths are not followed"),
            Item::Fn(ItemFn { attrs, .. }) if is_for_tests(attrs) => {}
            item => syn::visit::visit_item(self, item),
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        if !is_for_tests(&item.attrs) {
            syn::visit::visit_impl_item_fn(self, item);
        }
    }

    /// Who may see a thing imports nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.segments.len() > 1 {
            let names = path
                .segments
                .iter()
                .map(|segment| segment.ident.to_string());
            self.imports.insert(names.collect());
        }
        visit_path(self, path);
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let name = |name: &str| {
            attribute
                .parse_args::<syn::Ident>()
                .is_ok_and(|one| one == name)
        };
        attribute.path().is_ident("cfg") && name("test")
    })
}

/// All sources.
struct House {
    sources: Vec<Source>,
    /// The place of each module's file in the list.
    files: BTreeMap<Module, usize>,
}

impl House {
    fn read() -> Self {
        let mut sources = Vec::new();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        read_folder(&root, "", &mut sources);
        let house = Self::of(sources);
        let arrows = house.arrows().len();
        assert!(arrows > 400, "only {arrows} imports were found");
        house
    }

    fn of(mut sources: Vec<Source>) -> Self {
        sources.sort_by(|a, b| a.path.cmp(&b.path));
        let of_library = |source: &Source| source.room() != "program";
        let files = sources.iter().enumerate();
        let files = files.filter(|(_, source)| of_library(source));
        Self {
            files: files
                .map(|(place, one)| (one.module.clone(), place))
                .collect(),
            sources,
        }
    }

    /// The file that a path leads to from another, if it is one of the crate's.
    fn target(&self, from: &Source, path: &[String]) -> Option<&Source> {
        let mut names = path.iter();
        let mut module = from.module.clone();
        let is_program = from.room() == "program";
        let first = names.next()?.as_str();
        match first {
            "lectern" if is_program => module.clear(),
            // The files of the program may import each other as they like.
            _ if is_program => return None,
            "crate" => module.clear(),
            "self" => {}
            "super" => {
                module.pop();
            }
            child => {
                module.push(child.to_owned());
                self.files.get(&module)?;
            }
        }
        for name in names {
            if name == "super" {
                module.pop();
                continue;
            }
            module.push(name.clone());
            if !self.files.contains_key(&module) {
                module.pop();
                break;
            }
        }
        let target = &self.sources[*self.files.get(&module)?];
        (target.path != from.path).then_some(target)
    }

    /// Every import of one file from another, each once.
    fn arrows(&self) -> BTreeSet<(&str, &str)> {
        let arrows = self.arrows_between_sources().into_iter();
        arrows
            .map(|(from, to)| (from.path.as_str(), to.path.as_str()))
            .collect()
    }

    fn arrows_between_sources(&self) -> Vec<(&Source, &Source)> {
        let arrows = self.sources.iter().flat_map(|from| {
            let targets = from
                .imports
                .iter()
                .filter_map(|path| self.target(from, path));
            targets.map(move |to| (from, to))
        });
        arrows.collect()
    }

    /// The files that import from a crate or module outside, by the beginning of its path.
    fn importers<'a>(&'a self, outside: &'a [&str]) -> impl Iterator<Item = &'a Source> {
        let starts = move |path: &Vec<String>| {
            let names = path.iter().map(String::as_str);
            names.take(outside.len()).eq(outside.iter().copied())
        };
        let sources = self.sources.iter();
        sources.filter(move |source| source.imports.iter().any(starts))
    }
}

/// The sources of the crate that these tests belong to.
fn house() -> &'static House {
    static HOUSE: LazyLock<House> = LazyLock::new(House::read);
    &HOUSE
}

fn read_folder(root: &Path, folder: &str, sources: &mut Vec<Source>) {
    for entry in read_dir(root.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = format!("{folder}{name}");
        if entry.file_type().unwrap().is_dir() {
            read_folder(root, &format!("{path}/"), sources);
        } else if entry.path().extension().is_some_and(|end| end == "rs") {
            let text = read_to_string(entry.path()).unwrap();
            sources.push(Source::new(&path, &text));
        }
    }
}

/// A shortest way along arrows from a point back to it.
fn circle<'a>(arrows: &BTreeSet<(&'a str, &'a str)>, start: &'a str) -> Option<Vec<&'a str>> {
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut waiting = vec![start];
    while !waiting.is_empty() {
        let mut next = Vec::new();
        for at in waiting {
            for &(_, to) in arrows.range((at, "")..).take_while(|(from, _)| *from == at) {
                if to == start {
                    let back = |one: &&'a str| came_from.get(one).copied();
                    let mut way: Vec<&str> = std::iter::successors(Some(at), back).collect();
                    way.reverse();
                    way.push(start);
                    return Some(way);
                }
                if !came_from.contains_key(to) {
                    came_from.insert(to, at);
                    next.push(to);
                }
            }
        }
        waiting = next;
    }
    None
}

/// A circle through each point that is on one; of circles through the same points only the first.
fn circles<'a>(arrows: &BTreeSet<(&'a str, &'a str)>) -> Vec<String> {
    let points: BTreeSet<&str> = arrows.iter().map(|(from, _)| *from).collect();
    let mut told: BTreeSet<Vec<&str>> = BTreeSet::new();
    let mut found = Vec::new();
    for point in points {
        if let Some(way) = circle(arrows, point) {
            let mut same = way[1..].to_vec();
            same.sort_unstable();
            if told.insert(same) {
                found.push(way.join(" → "));
            }
        }
    }
    found
}

#[test]
fn rooms_import_one_way() {
    let house = house();
    let wrong = house
        .arrows_between_sources()
        .into_iter()
        .filter(|(from, to)| {
            let (from, to) = (from.room(), to.room());
            let may = ROOMS.iter().find(|(room, _)| *room == from);
            let (_, may) = may.unwrap_or_else(|| panic!("{from} is no room that is known"));
            from != to && !may.contains(&to)
        });
    let wrong: Vec<String> = wrong
        .map(|(a, b)| format!("{} → {}", a.path, b.path))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let house = house();
    let circles = circles(&house.arrows());
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn no_folders_of_a_room_import_each_other_in_a_circle() {
    let house = house();
    let arrows = house.arrows_between_sources().into_iter();
    // The files at the top of a room are below some of its folders and above others.
    let is_top = |source: &Source| source.folder() == source.room() || source.folder().is_empty();
    let arrows = arrows.filter(|(from, to)| {
        from.room() == to.room() && from.folder() != to.folder() && !is_top(from) && !is_top(to)
    });
    let arrows = arrows.map(|(from, to)| (from.folder(), to.folder()));
    let circles = circles(&arrows.collect());
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn folders_of_the_site_keep_their_order() {
    let house = house();
    let row = |source: &Source| -> usize {
        let below_site = source.path.strip_prefix("site/").unwrap();
        let (name, _) = below_site.split_once(['/', '.']).unwrap();
        let is_folder = below_site.contains('/');
        let row = SITE_ROWS.iter().position(|row| row.contains(&name));
        match row {
            Some(row) => row,
            None if is_folder => panic!("{} is in no row", source.path),
            None => 0,
        }
    };
    let arrows = house.arrows_between_sources().into_iter();
    let wrong = arrows
        .filter(|(from, to)| from.room() == "site" && to.room() == "site" && row(from) < row(to));
    let wrong: Vec<String> = wrong
        .map(|(a, b)| format!("{} → {}", a.path, b.path))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn network_is_known_to_the_server_alone() {
    let house = house();
    let mut importers = 0;
    for crate_name in NETWORK {
        for source in house.importers(&[crate_name]) {
            let room = source.room();
            let may = room == "serve" || source.path == "serving.rs";
            assert!(may, "{} imports {crate_name}", source.path);
            importers += 1;
        }
    }
    assert!(importers > 5, "only {importers} files import the network");
}

#[test]
fn disk_is_known_to_readers_and_writers_of_folders_alone() {
    let house = house();
    let readers: Vec<&str> = house
        .importers(&["std", "fs"])
        .map(|source| source.path.as_str())
        .collect();
    assert_eq!(
        readers,
        [
            "content/source.rs",
            "content/stamp.rs",
            "content/write.rs",
            "export/folder.rs",
            "serve/entrance/socket_file.rs",
            "serve/files/mod.rs",
        ]
    );
}

#[test]
fn no_folder_has_more_files_than_one_idea_needs() {
    let house = house();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for source in &house.sources {
        *counts.entry(source.folder()).or_default() += 1;
    }
    counts.retain(|_, count| *count > MOST_FILES);
    assert!(
        counts.is_empty(),
        "more than {MOST_FILES} files: {counts:?}"
    );
}

#[test]
fn no_file_has_more_lines_than_one_idea_needs() {
    let sources = house().sources.iter();
    let long = sources.filter(|source| source.lines > MOST_LINES);
    let long: Vec<&str> = long.map(|source| source.path.as_str()).collect();
    assert!(long.is_empty(), "more than {MOST_LINES} lines: {long:?}");
}

#[test]
fn imports_are_read_in_every_form() {
    let here = Source::new(
        "a/here.rs",
        "use super::{b::{self, Name}, c::*};
         pub use crate::d as other;
         fn f() -> crate::e::Name { super::super::g::f(std::fs::read()) }
         #[cfg(test)]
         mod tests { use crate::h::Name; }",
    );
    let others = [
        "a/mod.rs", "a/b.rs", "a/c.rs", "d.rs", "e/mod.rs", "g.rs", "h.rs", "lib.rs",
    ];
    let others = others.map(|path| Source::new(path, ""));
    let house = House::of(others.into_iter().chain([here]).collect());
    let arrows: Vec<(&str, &str)> = house.arrows().into_iter().collect();
    let expected = ["a/b.rs", "a/c.rs", "d.rs", "e/mod.rs", "g.rs"];
    assert_eq!(arrows, expected.map(|to| ("a/here.rs", to)));
    let readers: Vec<&str> = house
        .importers(&["std", "fs"])
        .map(|one| one.path.as_str())
        .collect();
    assert_eq!(readers, ["a/here.rs"]);
}

#[test]
fn circle_is_told_by_the_points_on_it() {
    let arrows = BTreeSet::from([("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")]);
    assert_eq!(circles(&arrows), ["b → c → b"]);
}
