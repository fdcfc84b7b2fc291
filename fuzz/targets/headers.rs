//! Whatever a client sends, in pieces of any size: what is given on is a head that hyper takes, and its headers
//! can be read.

#![no_main]

use lectern::serve::fuzzing::converse;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &[u8])| {
    let (piece, sent) = input;
    converse(sent, usize::from(piece).max(1));
});
