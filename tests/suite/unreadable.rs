//! Folders of content of which the system gives only a part.

use std::fs::{copy, create_dir, create_dir_all, remove_dir_all, remove_file, rename, write};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use lectern::content::{Source, read};

use crate::support::told;

/// A copy of the small content with scholarship, and of the page of the other, to be damaged.
fn folder_of_copies(name: &str) -> PathBuf {
    let sites = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = remove_dir_all(&folder);
    create_dir_all(folder.join("pages")).unwrap();
    for entry in sites.join("scholarly").read_dir().unwrap() {
        let entry = entry.unwrap();
        copy(entry.path(), folder.join(entry.file_name())).unwrap();
    }
    let page = "+++\ntitle = \"About\"\ndescription = \"About the house.\"\n+++\n\nSee \
                [quiet](/terms/quiet), [the rules](/house) and [bread](/house/3).\n";
    write(folder.join("pages/about.md"), page).unwrap();
    folder
}

/// What is told of a folder, with its files named as they are below it.
fn told_of(folder: &Path) -> String {
    let mut files = read(&Source::Folder(folder.to_owned()));
    for file in &mut files {
        file.shown = file.name.clone();
    }
    told(&files)
}

/// What is done to a folder of content.
type Damage = fn(&Path);

fn become_folder(path: &Path) {
    remove_file(path).unwrap();
    create_dir(path).unwrap();
}

fn become_link_to_nothing(path: &Path) {
    remove_file(path).unwrap();
    symlink("nowhere", path).unwrap();
}

fn become_pipe(path: &Path) {
    remove_file(path).unwrap();
    let made = Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

#[test]
fn what_cannot_be_read_is_reported_alone() {
    assert_eq!(told_of(&folder_of_copies("whole")), "0 errors in 0 files\n");
    let cases: [(&str, Damage); 8] = [
        ("terms that are a folder", |folder| {
            become_folder(&folder.join("terms.toml"));
        }),
        ("settings that are a folder", |folder| {
            become_folder(&folder.join("site.toml"));
        }),
        ("a document that is a link to nothing", |folder| {
            become_link_to_nothing(&folder.join("house.md"));
        }),
        ("a page that is a pipe", |folder| {
            become_pipe(&folder.join("pages/about.md"));
        }),
        ("pages that are a link to nothing", |folder| {
            rename(folder.join("pages"), folder.join("elsewhere")).unwrap();
            symlink("nowhere", folder.join("pages")).unwrap();
        }),
        ("pages that are no folder", |folder| {
            rename(folder.join("pages"), folder.join("elsewhere")).unwrap();
            write(folder.join("pages"), "").unwrap();
        }),
        ("terms that are no text", |folder| {
            write(folder.join("terms.toml"), b"[[terms]]\nslug = \"\xff\"\n").unwrap();
        }),
        ("several at once", |folder| {
            become_folder(&folder.join("actors.toml"));
            become_link_to_nothing(&folder.join("guests.md"));
            become_pipe(&folder.join("concordance.toml"));
        }),
    ];
    let reports = cases.iter().map(|(what, damage)| {
        let folder = folder_of_copies("damaged");
        damage(&folder);
        format!("## {what}\n\n{}\n", told_of(&folder))
    });
    insta::assert_snapshot!("unreadable", reports.collect::<String>());
}

#[test]
fn what_is_no_content_need_not_be_readable() {
    let folder = folder_of_copies("other");
    symlink("nowhere", folder.join(".#house.md")).unwrap();
    symlink("nowhere", folder.join("notes.txt")).unwrap();
    create_dir(folder.join("drafts")).unwrap();
    assert_eq!(told_of(&folder), "0 errors in 0 files\n");
}
