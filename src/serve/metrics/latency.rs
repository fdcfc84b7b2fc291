//! How long answers took.

use std::time::Duration;

use super::counter::Counter;
use super::text::{Seconds, Text};

/// The upper bounds of the buckets, in microseconds: from a page that is ready to a search in a large library.
const BOUNDS: [u32; 14] = [
    50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000,
    5_000_000,
];

/// How many answers took how long.
#[derive(Debug, Default)]
pub(super) struct Latency {
    /// For each bound those that took no longer, and longer than the bound before; then those beyond all.
    buckets: [Counter; BOUNDS.len() + 1],
    nanoseconds: Counter,
}

impl Latency {
    /// One more that took so long.
    pub(super) fn observe(&self, time: Duration) {
        let micros = time.as_micros();
        let bucket = BOUNDS.partition_point(|bound| u128::from(*bound) < micros);
        self.buckets[bucket].count();
        let nanoseconds = u64::try_from(time.as_nanos());
        self.nanoseconds.add(nanoseconds.unwrap_or(u64::MAX));
    }

    /// Writes it as a histogram with this label, if there is anything.
    pub(super) fn write(&self, text: &mut Text, name: &str, label: (&str, &str)) {
        let buckets = self.buckets.each_ref().map(Counter::value);
        let all: u64 = buckets.iter().sum();
        if all == 0 {
            return;
        }
        let bucket = format!("{name}_bucket");
        let mut so_far = 0;
        for (bound, count) in BOUNDS.iter().zip(buckets) {
            so_far += count;
            let bound = Seconds(u64::from(*bound) * 1000).to_string();
            text.sample(&bucket, &[label, ("le", &bound)], so_far);
        }
        text.sample(&bucket, &[label, ("le", "+Inf")], all);
        let sum = Seconds(self.nanoseconds.value());
        text.sample(&format!("{name}_sum"), &[label], sum);
        text.sample(&format!("{name}_count"), &[label], all);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{Latency, Text};

    #[test]
    fn each_bucket_counts_what_took_no_longer() {
        let latency = Latency::default();
        for micros in [50, 51, 1_000, 6_000_000] {
            latency.observe(Duration::from_micros(micros));
        }
        let mut text = Text::default();
        latency.write(&mut text, "time", ("of", "a"));
        let told = text.into_string();
        for line in [
            "time_bucket{of=\"a\",le=\"0.00005\"} 1\n",
            "time_bucket{of=\"a\",le=\"0.0001\"} 2\n",
            "time_bucket{of=\"a\",le=\"0.0005\"} 2\n",
            "time_bucket{of=\"a\",le=\"0.001\"} 3\n",
            "time_bucket{of=\"a\",le=\"5\"} 3\n",
            "time_bucket{of=\"a\",le=\"+Inf\"} 4\n",
            "time_sum{of=\"a\"} 6.001101\n",
            "time_count{of=\"a\"} 4\n",
        ] {
            assert!(told.contains(line), "{line}{told}");
        }
    }
}
