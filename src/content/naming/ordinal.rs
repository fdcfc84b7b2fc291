//! Numbers that headings write out: `First`, `Twenty-first`, `PREMIER`, `الثالثة والأربعون`.

/// The words for one to twelve, each in several languages.
const UNITS: [&[&str]; 12] = [
    &[
        "first",
        "one",
        "premier",
        "première",
        "primero",
        "primera",
        "primo",
        "prima",
        "primeiro",
        "primeira",
        "erster",
        "erste",
        "erstes",
        "первая",
        "первый",
        "الأول",
        "الأولى",
        "الاول",
        "الاولى",
        "الحادي",
        "الحادية",
    ],
    &[
        "second",
        "two",
        "deuxième",
        "deux",
        "segundo",
        "segunda",
        "secondo",
        "seconda",
        "zweiter",
        "zweite",
        "zweites",
        "вторая",
        "второй",
        "الثاني",
        "الثانية",
    ],
    &[
        "third",
        "three",
        "troisième",
        "trois",
        "tercero",
        "tercera",
        "terzo",
        "terza",
        "terceiro",
        "terceira",
        "dritter",
        "dritte",
        "drittes",
        "третья",
        "третий",
        "الثالث",
        "الثالثة",
    ],
    &[
        "fourth",
        "four",
        "quatrième",
        "quatre",
        "cuarto",
        "cuarta",
        "quarto",
        "quarta",
        "vierter",
        "vierte",
        "viertes",
        "четвертая",
        "الرابع",
        "الرابعة",
    ],
    &[
        "fifth",
        "five",
        "cinquième",
        "cinq",
        "quinto",
        "quinta",
        "fünfter",
        "fünfte",
        "fünftes",
        "пятая",
        "الخامس",
        "الخامسة",
    ],
    &[
        "sixth",
        "six",
        "sixième",
        "sexto",
        "sexta",
        "sesto",
        "sesta",
        "sechster",
        "sechste",
        "sechstes",
        "السادس",
        "السادسة",
    ],
    &[
        "seventh",
        "seven",
        "septième",
        "sept",
        "séptimo",
        "séptima",
        "sétimo",
        "sétima",
        "settimo",
        "settima",
        "siebter",
        "siebte",
        "siebtes",
        "siebenter",
        "السابع",
        "السابعة",
    ],
    &[
        "eighth",
        "eight",
        "huitième",
        "huit",
        "octavo",
        "octava",
        "oitavo",
        "oitava",
        "ottavo",
        "ottava",
        "achter",
        "achte",
        "achtes",
        "الثامن",
        "الثامنة",
    ],
    &[
        "ninth",
        "nine",
        "neuvième",
        "neuf",
        "noveno",
        "novena",
        "nono",
        "nona",
        "neunter",
        "neunte",
        "neuntes",
        "التاسع",
        "التاسعة",
    ],
    &[
        "tenth",
        "ten",
        "dixième",
        "dix",
        "décimo",
        "décima",
        "decimo",
        "decima",
        "zehnter",
        "zehnte",
        "zehntes",
        "العاشر",
        "العاشرة",
    ],
    &["eleventh", "eleven", "onzième", "elfter", "elfte", "elftes"],
    &[
        "twelfth",
        "twelve",
        "douzième",
        "zwölfter",
        "zwölfte",
        "zwölftes",
    ],
];

/// The words for twenty, thirty … ninety.
const TENS: [&[&str]; 8] = [
    &["twenty", "twentieth", "العشرون", "العشرين"],
    &["thirty", "thirtieth", "الثلاثون", "الثلاثين"],
    &[
        "forty",
        "fortieth",
        "الأربعون",
        "الأربعين",
        "الاربعون",
        "الاربعين",
    ],
    &["fifty", "fiftieth", "الخمسون", "الخمسين"],
    &["sixty", "sixtieth", "الستون", "الستين"],
    &["seventy", "seventieth", "السبعون", "السبعين"],
    &["eighty", "eightieth", "الثمانون", "الثمانين"],
    &["ninety", "ninetieth", "التسعون", "التسعين"],
];

/// English names of the numbers between.
const TEENS: [&[&str]; 7] = [
    &["thirteenth", "thirteen"],
    &["fourteenth", "fourteen"],
    &["fifteenth", "fifteen"],
    &["sixteenth", "sixteen"],
    &["seventeenth", "seventeen"],
    &["eighteenth", "eighteen"],
    &["nineteenth", "nineteen"],
];

/// What stands before a number to add it to a hundred.
const AFTER_HUNDRED: [[&str; 2]; 2] = [["بعد", "المائة"], ["بعد", "المئة"]];

/// The number that the first of some words are, and how many of them.
pub fn ordinal(words: &[&str]) -> Option<(u32, usize)> {
    let (value, used) = below_hundred(words)?;
    let hundred = AFTER_HUNDRED
        .iter()
        .any(|after| words[used..].starts_with(after));
    Some(if hundred {
        (value + 100, used + 2)
    } else {
        (value, used)
    })
}

fn below_hundred(words: &[&str]) -> Option<(u32, usize)> {
    let first = words.first()?.to_lowercase();
    if let Some((ten, unit)) = first.split_once('-') {
        return Some((among(&TENS, ten)? * 10 + 10 + among(&UNITS, unit)?, 1));
    }
    if let Some(teen) = among(&TEENS, &first) {
        return Some((teen + 12, 1));
    }
    if let Some(ten) = among(&TENS, &first) {
        return Some((ten * 10 + 10, 1));
    }
    if ["المائة", "المئة"].contains(&first.as_str()) {
        return Some((100, 1));
    }
    let unit = among(&UNITS, &first)?;
    let Some(second) = words.get(1) else {
        return Some((unit, 1));
    };
    if ["عشر", "عشرة"].contains(second) {
        return Some((unit + 10, 2));
    }
    // `and twenty`
    let ten = second.strip_prefix('و').and_then(|ten| among(&TENS, ten));
    Some(ten.map_or((unit, 1), |ten| (ten * 10 + 10 + unit, 2)))
}

/// The place of a word among some, from 1.
fn among(words: &[&[&str]], word: &str) -> Option<u32> {
    let place = words.iter().position(|words| words.contains(&word))?;
    u32::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::ordinal;

    #[test]
    fn numbers_in_words_are_read() {
        for (words, expected) in [
            ("First Amendment", Some((1, 1))),
            ("Twenty-first", Some((21, 1))),
            ("nineteenth", Some((19, 1))),
            ("PREMIER", Some((1, 1))),
            ("الثانية", Some((2, 1))),
            ("الحادية عشرة", Some((11, 2))),
            ("العشرون", Some((20, 1))),
            ("الثالثة والأربعون", Some((43, 2))),
            ("الأولى بعد المائة", Some((101, 3))),
            ("Firsthand", None),
        ] {
            let words: Vec<&str> = words.split(' ').collect();
            assert_eq!(ordinal(&words), expected, "{words:?}");
        }
    }
}
