#!/bin/sh
# The tests drive a real Chromium. On Debian as root this installs it; elsewhere it says what to install.
set -eu

for name in chromium chromium-browser google-chrome; do
	if command -v "$name" >/dev/null 2>&1; then
		exit 0
	fi
done

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	export DEBIAN_FRONTEND=noninteractive
	apt-get update -qq
	apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
	exit 0
fi

echo "The tests need Chromium or Chrome on the path. On Debian or Ubuntu, as root: apt-get install chromium" >&2
exit 1
