@echo off
rem Builds the report, and tells whoever can mend it when that did not succeed.
rem
rem   nightly-report.cmd                                            the same as build --if-changed
rem   nightly-report.cmd quarter last --as-of today --if-changed    the quarter before this one
rem   nightly-report.cmd build --check-only                         is the report up to date?
rem
rem The exit status is that of auditreport. The mail says what kind of fault it was, and no more:
rem what auditreport printed may quote cells of the workbook, and stays in the folder log.
setlocal EnableExtensions DisableDelayedExpansion

rem Each can be set outside. Without SMTP_SERVER or MAIL_COMMAND no mail is sent.
if not defined AUDITREPORT set "AUDITREPORT=C:\auditreport\Scripts\auditreport.exe"
if not defined AUDIT_FOLDER set "AUDIT_FOLDER=D:\Audits"
if not defined WAIT_SECONDS set "WAIT_SECONDS=600"
if not defined QUALITY_OFFICER set "QUALITY_OFFICER=quality.officer@council.example"
if not defined IT_DESK set "IT_DESK=it.desk@council.example"
if not defined MAIL_FROM set "MAIL_FROM=auditreport@council.example"
if not defined MAIL_COMMAND if defined SMTP_SERVER set "MAIL_COMMAND=powershell -NoProfile -NonInteractive -Command "Send-MailMessage -ErrorAction Stop -SmtpServer $env:SMTP_SERVER -From $env:MAIL_FROM -To $env:TO -Subject $env:SUBJECT -Body $env:TEXT""

set "WORDS=%*"
if not defined WORDS set "WORDS=build --if-changed"
set "COMMAND=%~1"
if not defined COMMAND set "COMMAND=build"

rem pushd gives a network folder a drive letter, which cd cannot.
set "STATUS=9009"
if not exist "%AUDITREPORT%" goto tell
set "STATUS=5"
pushd "%AUDIT_FOLDER%" || goto tell
if not exist log mkdir log || goto leave
"%AUDITREPORT%" %WORDS% --wait %WAIT_SECONDS% --log log\nightly.log >"log\last-%COMMAND%.txt" 2>&1
set "STATUS=%ERRORLEVEL%"
:leave
popd

:tell
if "%STATUS%"=="0" echo The report is up to date.
if "%STATUS%"=="0" exit /b 0
set "TO=%IT_DESK%"
set "WHAT=The run was stopped, or could not begin."
if "%STATUS%"=="1" set "WHAT=A fault of the program: what it printed says what to send in."
if "%STATUS%"=="2" set "WHAT=The command or auditreport.toml cannot be followed, or no workbook was found."
if "%STATUS%"=="3" set "TO=%QUALITY_OFFICER%"
if "%STATUS%"=="3" set "WHAT=The workbook has errors, so no new report was written."
if "%STATUS%"=="4" set "TO=%QUALITY_OFFICER%"
if "%STATUS%"=="4" set "WHAT=The workbook has warnings, so with --strict no new report was written."
if "%STATUS%"=="5" set "WHAT=A file cannot be read or written: missing, locked, no right to it, or a full disk."
if "%STATUS%"=="6" set "TO=%QUALITY_OFFICER%"
if "%STATUS%"=="6" set "WHAT=The report on disk is not what would be built now."
if "%STATUS%"=="7" set "WHAT=Another run held the folder of the report all the time."
set "SUBJECT=auditreport: status %STATUS%"
set "TEXT=%WHAT% What was printed is on %COMPUTERNAME%, in the folder %AUDIT_FOLDER%\log."
if not defined MAIL_COMMAND goto say
call %MAIL_COMMAND% || goto say
echo Status %STATUS%: %TO% was told.
exit /b %STATUS%

:say
echo Status %STATUS%, for %TO%: %TEXT% 1>&2
exit /b %STATUS%
