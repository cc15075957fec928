#!/bin/sh
# Sets a Linux server up for the nightly report. Run it once as root; again, it brings it up to date.
set -eu
cd "$(dirname "$0")"

# The program: everybody may run it, only root may change it.
python3 -m venv /opt/auditreport
/opt/auditreport/bin/pip install --quiet ../..
install -m 755 nightly-report.sh /opt/auditreport/nightly-report.sh

# The account that builds, and the group of those who may read the audits and their report.
getent group quality >/dev/null || groupadd --system quality
id auditreport >/dev/null 2>&1 ||
    useradd --system --gid quality --home-dir /var/lib/auditreport --shell /usr/sbin/nologin auditreport
install -d -o auditreport -g quality -m 700 /var/lib/auditreport

# The quality officers put the workbook here; what is written within belongs to their group.
install -d -o root -g quality -m 2770 /srv/audits
install -d -o auditreport -g quality -m 2750 /srv/audits/report /srv/audits/log

# For systemd; with cron instead, leave this line out.
install -m 644 auditreport.service auditreport-mail.service auditreport.timer /etc/systemd/system/
