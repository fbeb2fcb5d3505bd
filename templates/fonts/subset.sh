#!/bin/sh
# Makes the font files of this folder again, the same bytes each time. Needs npm, Python 3 and the
# network; writes only here. Run it after changing the list of characters in subset.py.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet fonttools==4.60.1 brotli==1.1.0 pypinyin-dict==0.9.0
npm pack --silent @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/source-sans-3@0.4.1
mkdir noto source
tar xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz -C noto
tar xzf expo-google-fonts-source-sans-3-0.4.1.tgz -C source
venv/bin/python "$here/subset.py" noto/package source/package "$here"
