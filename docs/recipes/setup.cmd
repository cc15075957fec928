@echo off
rem Sets a Windows server up for the nightly report. Change the three names below and in
rem auditreport-task.xml, then run it once in a command prompt of an administrator.
setlocal
set "SERVICE_ACCOUNT=COUNCIL\svc-auditreport"
set "READERS=COUNCIL\Quality officers"
set "AUDIT_FOLDER=D:\Audits"
pushd "%~dp0"

rem The program: the account may run it, only administrators may change it.
py -3 -m venv C:\auditreport || goto failed
C:\auditreport\Scripts\pip install --quiet ..\.. || goto failed
copy /y nightly-report.cmd C:\auditreport\ || goto failed
icacls C:\auditreport /inheritance:r /grant:r "*S-1-5-32-544:(OI)(CI)F" "*S-1-5-18:(OI)(CI)F" "%SERVICE_ACCOUNT%:(OI)(CI)RX" || goto failed

rem The workbook: the quality officers change it, the account reads it and writes into two folders.
if not exist "%AUDIT_FOLDER%\report" mkdir "%AUDIT_FOLDER%\report" || goto failed
if not exist "%AUDIT_FOLDER%\log" mkdir "%AUDIT_FOLDER%\log" || goto failed
icacls "%AUDIT_FOLDER%" /inheritance:r /grant:r "*S-1-5-32-544:(OI)(CI)F" "*S-1-5-18:(OI)(CI)F" "%READERS%:(OI)(CI)M" "%SERVICE_ACCOUNT%:(OI)(CI)RX" || goto failed
icacls "%AUDIT_FOLDER%\report" /grant "%SERVICE_ACCOUNT%:(OI)(CI)M" || goto failed
icacls "%AUDIT_FOLDER%\log" /grant "%SERVICE_ACCOUNT%:(OI)(CI)M" || goto failed

rem Without a password: the account reaches what is on this machine alone.
schtasks /Create /TN "auditreport nightly" /XML auditreport-task.xml || goto failed
rem With its password, which is asked for, it reaches network drives too:
rem schtasks /Create /TN "auditreport nightly" /XML auditreport-task.xml /RU COUNCIL\svc-auditreport /RP *
popd
exit /b 0

:failed
popd
exit /b 1
