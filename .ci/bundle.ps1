# Builds the bundle on Windows, trains with it, and opens and closes its window, offscreen and for real.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')
$work = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
function Test-ExitCode($what, $code) { if ($code -ne 0) { throw "$what ended with $code" } }

py -m venv "$work\venv"
& "$work\venv\Scripts\pip" install --quiet '.[bundle]'
Test-ExitCode 'pip' $LASTEXITCODE
$archive = & "$work\venv\Scripts\python" resources\desktop\build_bundle.py | Select-Object -Last 1
Test-ExitCode 'build_bundle.py' $LASTEXITCODE
Expand-Archive $archive $work
$folder = (Get-Item "$work\nnreg-gui-*").FullName

'{"data": {"training_images": 100}, "training": {"epochs": 1}}' | Set-Content -Encoding ascii "$work\experiment.json"
& "$folder\nnreg.exe" --version
Test-ExitCode '--version' $LASTEXITCODE
& "$folder\nnreg.exe" --train "$work\experiment.json" --csv "$work\curves.csv"
Test-ExitCode '--train' $LASTEXITCODE
if ((Get-Content "$work\curves.csv").Count -ne 3) { throw 'curves.csv is not complete' }

$env:QT_QPA_PLATFORM = 'offscreen'  # without a window to close
$offscreen = Start-Process "$folder\nnreg-gui.exe" "$work\experiment.json" -PassThru
if ($offscreen.WaitForExit(15000)) { throw "offscreen, it ended with $($offscreen.ExitCode)" }
Stop-Process $offscreen
Remove-Item Env:QT_QPA_PLATFORM

$window = Start-Process "$folder\nnreg-gui.exe" "$work\experiment.json" -PassThru
$null = $window.Handle  # or its exit code would be lost
Start-Sleep 15
$null = $window.CloseMainWindow()
if (-not $window.WaitForExit(15000)) { Stop-Process $window; throw 'the window does not close' }
Test-ExitCode 'the window' $window.ExitCode
Remove-Item -Recurse $work
$archive
