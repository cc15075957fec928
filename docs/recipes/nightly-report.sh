#!/bin/sh
# Builds the report, and tells whoever can mend it when that did not succeed.
#
#   nightly-report.sh                                            the same as build --if-changed
#   nightly-report.sh quarter last --as-of today --if-changed    the quarter before this one
#   nightly-report.sh build --check-only                         is the report up to date?
#   nightly-report.sh tell STATUS                                tells alone
#
# The exit status is that of auditreport. The mail says what kind of fault it was, and no more: what
# auditreport printed may quote cells of the workbook, and stays in the folder log.
set -u
umask 027 # the account writes, its group reads, nobody else

# Each can be set outside, in the crontab for example.
: "${AUDITREPORT:=/opt/auditreport/bin/auditreport}"
: "${AUDIT_FOLDER:=/srv/audits}"
: "${WAIT_SECONDS:=600}"
: "${QUALITY_OFFICER:=quality.officer@council.example}"
: "${IT_DESK:=it.desk@council.example}"
: "${MAIL_COMMAND=mail}" # called with -s SUBJECT ADDRESS, the text on its input; empty for no mail

make_report() {
    if ! { cd "$AUDIT_FOLDER" && mkdir -p log && true >"log/last-$1.txt"; }; then
        return 5
    fi
    "$AUDITREPORT" "$@" --wait "$WAIT_SECONDS" --log log/nightly.log >"log/last-$1.txt" 2>&1
}

find_words() {
    to=$IT_DESK
    case $1 in
    1) what="A fault of the program: what it printed says what to send in." ;;
    2) what="The command or auditreport.toml cannot be followed, or no workbook was found." ;;
    3) to=$QUALITY_OFFICER what="The workbook has errors, so no new report was written." ;;
    4) to=$QUALITY_OFFICER what="The workbook has warnings, so with --strict no new report was written." ;;
    5) what="A file cannot be read or written: missing, locked, no right to it, or a full disk." ;;
    6) to=$QUALITY_OFFICER what="The report on disk is not what would be built now." ;;
    7) what="Another run held the folder of the report all the time." ;;
    *) what="The run was stopped, or could not begin." ;;
    esac
}

tell() {
    find_words "$1"
    text="$what
What was printed is on $(uname -n), in the folder $AUDIT_FOLDER/log."
    # MAIL_COMMAND may hold options, so it is split into words.
    # shellcheck disable=SC2086
    if [ -n "$MAIL_COMMAND" ] &&
        printf '%s\n' "$text" | $MAIL_COMMAND -s "auditreport: status $1" "$to"; then
        echo "Status $1: $to was told."
    else
        printf 'Status %s, for %s: %s\n' "$1" "$to" "$text" >&2
    fi
}

if [ "${1-}" = tell ]; then
    tell "${2:-unknown}"
    exit 0
fi
[ $# -gt 0 ] || set -- build --if-changed
make_report "$@"
status=$?
if [ "$status" -eq 0 ]; then
    echo "The report is up to date."
else
    tell "$status"
fi
exit "$status"
