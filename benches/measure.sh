#!/usr/bin/env bash
# Measures casebook with public tools: CPU seconds and peak memory by GNU time, on a memory disk.
# Only ratios between rows of one run mean anything; machines differ and are noisy.
#
#   benches/measure.sh [FOLDER]      needs /usr/bin/time (package time); FOLDER is /dev/shm
#
# Pages: books of 1,000, 3,000 and 10,000 generated clients, HTML and JSON without PDF; the last
# column shows whether time grows with the number of clients alone. Peers in the same run: the
# bytes of the largest site hashed once by sha256sum, and written once by cp; and Hugo (package hugo, left
# out where it is missing), which prints pages and JSON from our finished data files by `benches/hugo`: less
# than ours on a page, and nothing to read, check or compute.
# Review: 1,000 and 10,000 clients with ledgers over four quarters; with LONG=1 also 100,000, which takes 14 GB of
# disk, and 1,000 reports in a row.
# Reports: the full client report, embedded engine against one process of `typst` each, one
# worker and two.
# Answers: the shipped survey with a million invented respondents; peer: awk adding up every column of
# the same file, which is the least that an assessment must do.
set -euo pipefail
cd "$(dirname "$0")/.."
dir="${1:-/dev/shm}/casebook-measure"
trap 'rm -rf "$dir"' EXIT
mkdir -p "$dir"

cargo build --release --quiet --bins --example portfolio --example halls
casebook=target/release/casebook
portfolio=target/release/examples/portfolio

# run LABEL UNITS COMMAND…: CPU seconds, CPU microseconds a unit, peak memory.
run() {
  local label=$1 units=$2
  shift 2
  /usr/bin/time -o "$dir/time" -f "%U %S %e %M" "$@"
  awk -v label="$label" -v units="$units" '{
    printf "%-42s %8.2f CPU s %8.2f s %8.0f µs each %7.0f MiB\n", label, $1 + $2, $3, ($1 + $2) / units * 1e6, $4 / 1024
  }' "$dir/time"
}

printf 'Pages with JSON, no PDF\n'
for n in 1000 3000 10000; do
  "$portfolio" "$dir/book-$n" "$n"
  run "$n clients" "$n" "$casebook" build "$dir/book-$n" -o "$dir/site" --no-pdf -q
done
run 'peer: sha256sum of the 10,000 pages' 10000 sh -c "find $dir/site/clients $dir/site/data -type f -print0 | xargs -0 sha256sum > /dev/null"
run 'peer: cp of the same' 10000 cp -r "$dir/site" "$dir/copy"
rm -rf "$dir/copy"
if command -v hugo > /dev/null; then
  # Fewer pages than ours, as Hugo holds them all.
  cp -r benches/hugo "$dir/hugo"
  mkdir -p "$dir/hugo/content/clients"
  find "$dir/site/data/clients" -name 'client-00[012]*.json' | while read -r file; do
    cp "$file" "$dir/hugo/content/clients/$(basename "$file" .json).md"
  done
  run 'peer: Hugo prints 3,000 finished data files' 3000 hugo --source "$dir/hugo" --destination "$dir/hugo-site" --quiet
  du -sh "$dir/hugo-site" | awk '{ print "  of", $1 }'
  rm -rf "$dir/hugo" "$dir/hugo-site"
fi
rm -rf "$dir/site"

printf '\nThe same with 20 invoices each and a quarterly review, on a disk\n'
disk="$(mktemp -d)"
trap 'rm -rf "$dir" "$disk"' EXIT
for n in 1000 10000 ${LONG:+100000}; do
  "$portfolio" "$disk/book" "$n" en review
  run "$n clients" "$n" "$casebook" build "$disk/book" -o "$disk/site" --no-pdf -q
  rm -rf "$disk/book" "$disk/site"
done

reports=${REPORTS:-40}
printf '\nReports (%s clients)\n' "$reports"
"$portfolio" "$dir/reports" "$reports"
run 'pages alone' "$reports" "$casebook" build "$dir/reports" -o "$dir/site" --no-pdf -q
for engine in embedded cli; do
  run "$engine, one worker" "$reports" taskset -c 0 "$casebook" build "$dir/reports" -o "$dir/site" --pdf-engine "$engine" -q
  run "$engine, every core" "$reports" "$casebook" build "$dir/reports" -o "$dir/site" --pdf-engine "$engine" -q
done
answers=${ANSWERS:-1000000}
printf '\nAnswers (%s respondents)\n' "$answers"
mkdir -p "$dir/survey/surveys"
cp content/surveys/halls.toml "$dir/survey/surveys/"
printf 'schema = 1\ntitle = "Answers"\nlanguages = ["zh", "en"]\ncurrency = "CNY"\nas_of = 2024-03-31\n' > "$dir/survey/casebook.toml"
target/release/examples/halls "$dir/survey/surveys/halls.csv" "$answers"
run 'casebook check' "$answers" sh -c '"$0" check "$1" 2> /dev/null' "$casebook" "$dir/survey"
run 'casebook build, no PDF' "$answers" "$casebook" build "$dir/survey" -o "$dir/site" --no-pdf -q
run 'peer: awk, sums of every column' "$answers" env LC_ALL=C awk -F, \
  '{ for (i = 5; i <= NF; i++) sum[i] += $i } END { print sum[5] }' "$dir/survey/surveys/halls.csv"

if [ -n "${LONG:-}" ]; then
  "$portfolio" "$dir/many" 1000
  run 'embedded, 1,000 reports' 1000 "$casebook" build "$dir/many" -o "$dir/site" --pdf-engine embedded -q
fi
