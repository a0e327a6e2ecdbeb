#!/bin/sh
# The tests drive a real Chromium, and check pages in Java where it is. On Debian as root this installs what is missing;
# elsewhere it says what to install.
set -eu

root_of_debian=""
if [ -f /etc/os-release ] && grep -qx 'ID=debian' /etc/os-release && [ "$(id -u)" = 0 ]; then
	root_of_debian=yes
fi

missing=""
if ! command -v chromium >/dev/null 2>&1 && ! command -v google-chrome >/dev/null 2>&1; then
	missing="chromium fonts-dejavu-core"
fi
# The same without its windows, in which most tests take half as long.
if [ -n "$root_of_debian" ] && ! command -v chromium-headless-shell >/dev/null 2>&1; then
	missing="$missing chromium-headless-shell"
fi
# What the program that steers the browser is linked against.
if [ -f /etc/debian_version ] && ! ldconfig -p | grep -q 'libatomic\.so\.1'; then
	missing="$missing libatomic1"
fi
# Without it the test of the pages' HTML is left out, and says so.
if ! command -v java >/dev/null 2>&1 && [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
	missing="$missing default-jre-headless"
fi

if [ -z "$missing" ]; then
	exit 0
fi
if [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ]; then
	export DEBIAN_FRONTEND=noninteractive
	apt-get update -qq
	# shellcheck disable=SC2086 # a list of names
	apt-get install -y -qq --no-install-recommends $missing >/dev/null
	exit 0
fi
echo "The tests need Chromium or Chrome on the path. On Debian or Ubuntu, as root: apt-get install $missing" >&2
exit 1
