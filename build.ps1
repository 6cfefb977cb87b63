# Compiles build/_build.csproj if anything that it is made of changed, then runs the compiled build.
# Parallel to build.sh, where the reasons are. Works with Windows PowerShell 5.1; uses .NET instead of cmdlets where
# it can, so that a test can run it with nothing but System.Management.Automation.

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$Root = $PSScriptRoot
$Temp = [IO.Path]::Combine($Root, '.nuke', 'temp')
$Note = [IO.Path]::Combine($Temp, 'nuke-engine')
$InstallUrl = $env:KILN_DOTNET_INSTALL_URL
if (-not $InstallUrl) { $InstallUrl = 'https://dot.net/v1/dotnet-install.ps1' }

$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$env:NUKE_TELEMETRY_OPTOUT = '1'

function Say([string] $Message) { [Console]::Error.WriteLine("build.ps1: $Message") }
function Fail([int] $Code, [string] $Message) { Say $Message; exit $Code }

# Windows PowerShell 5.1 loses quotes and empty arguments, so the command line is written here for every version.
function ConvertTo-CommandLine([string[]] $Arguments) {
    $quoted = foreach ($argument in $Arguments) {
        if ($argument -match '^[^\s"]+$') { $argument; continue }
        '"' + (($argument -replace '(\\*)"', '$1$1\"') -replace '(\\+)$', '$1$1') + '"'
    }
    $quoted -join ' '
}

function Start-Child([string] $File, [string[]] $Arguments, [bool] $Quiet) {
    $start = [Diagnostics.ProcessStartInfo]::new($File)
    $start.Arguments = ConvertTo-CommandLine $Arguments
    $start.UseShellExecute = $false
    $start.WorkingDirectory = $ExecutionContext.SessionState.Path.CurrentFileSystemLocation.ProviderPath
    $start.RedirectStandardOutput = $Quiet
    $start.RedirectStandardError = $Quiet
    [Diagnostics.Process]::Start($start)
}

function Invoke-Quietly([string] $File, [string[]] $Arguments) {
    $process = Start-Child $File $Arguments $true
    $output = $process.StandardOutput.ReadToEndAsync()
    $errors = $process.StandardError.ReadToEndAsync()
    $process.WaitForExit()
    @{ Code = $process.ExitCode; Text = $output.Result + $errors.Result }
}

function Find-OnPath {
    $command = Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue
    if ($command) { @($command)[0].Path } else { '' }
}

# See in_build in build.sh.
function Invoke-InBuild([string] $File, [string[]] $Arguments) {
    $here = $ExecutionContext.SessionState.Path
    $null = $here.PushCurrentLocation('sdk')
    try { $null = $here.SetLocation("$Root/build"); Invoke-Quietly $File $Arguments }
    finally { $null = $here.PopLocation('sdk') }
}

function Test-Fits([string] $File) {
    if (-not $File -or -not [IO.File]::Exists($File)) { return $false }
    (Invoke-InBuild $File @('--version')).Code -eq 0
}

function Find-DotNet {
    $local = [IO.Path]::Combine($Temp, 'dotnet-win', 'dotnet.exe')
    foreach ($file in @((Find-OnPath), $local)) { if (Test-Fits $file) { return $file } }
    Install-DotNet
    $local
}

function Install-DotNet {
    $file = 'build/global.json'
    if (-not [IO.File]::Exists("$Root/$file")) { $file = 'global.json' }
    if (-not [IO.File]::Exists("$Root/$file")) {
        Fail 1 'There is no .NET SDK here, and no build/global.json or global.json that says which to install. Install one and put dotnet on PATH.'
    }
    $version = ([regex] '"version"\s*:\s*"([^"]*)"').Match([IO.File]::ReadAllText("$Root/$file")).Groups[1].Value
    $script = [IO.Path]::Combine($Temp, 'dotnet-install.ps1')
    $remedy = 'Install that SDK and put dotnet on PATH.'
    Say "No .NET SDK here fits $file ($version); installing it into .nuke/temp/dotnet-win."
    try {
        [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
        [Net.WebClient]::new().DownloadFile($InstallUrl, $script)
    }
    catch { Fail 1 "The .NET SDK $version is missing and $InstallUrl cannot be downloaded. $remedy" }
    $done = Invoke-Quietly 'powershell' @('-ExecutionPolicy', 'ByPass', '-NoProfile', '-File', $script,
        '-InstallDir', [IO.Path]::Combine($Temp, 'dotnet-win'), '-Version', $version, '-NoPath')
    [IO.File]::WriteAllText([IO.Path]::Combine($Temp, 'dotnet-install.log'), $done.Text)
    if ($done.Code -ne 0) {
        Fail 1 "The .NET SDK $version cannot be installed: .nuke/temp/dotnet-install.log says why. $remedy"
    }
}

function Use-DotNet([string] $File) {
    $env:DOTNET_EXE = $File
    if ($File.StartsWith($Temp)) {
        $env:DOTNET_ROOT = [IO.Path]::GetDirectoryName($File)
        $env:PATH = $env:DOTNET_ROOT + [IO.Path]::PathSeparator + $env:PATH
    }
}

function Read-Note {
    if (-not [IO.File]::Exists($Note)) { return '' }
    foreach ($file in @('NuGet.config', 'nuget.config', 'NuGet.Config', 'Directory.Packages.props')) {
        $file = [IO.Path]::Combine($Root, $file)
        if ([IO.File]::GetLastWriteTimeUtc($file) -gt [IO.File]::GetLastWriteTimeUtc($Note)) { return '' }
    }
    $word = [IO.File]::ReadAllText($Note).Trim()
    if (@('nuke', 'embedded') -ccontains $word) { $word } else { '' }
}

# See is_switched in build.sh.
function Test-Switched {
    $props = [IO.Path]::Combine($Root, 'Directory.Build.props')
    [IO.File]::Exists($props) -and [IO.File]::ReadAllText($props).Contains('NukeEngine')
}

function Find-Engine {
    if (-not (Test-Switched)) { return @{ Name = 'package'; For = ''; Why = ''; Demanded = $false } }
    $engine = Find-SwitchedEngine
    $env:NUKE_ENGINE = $engine.Name
    $engine.For = " for the $($engine.Name) engine"
    $engine
}

function Find-SwitchedEngine {
    $demanded = $env:NUKE_ENGINE
    if (@('nuke', 'embedded') -ccontains $demanded) {
        return @{ Name = $demanded; Why = ' as NUKE_ENGINE says'; Demanded = $true }
    }
    if ($demanded) { Fail 2 "NUKE_ENGINE is '$demanded'; allowed are 'nuke' and 'embedded'." }
    $noted = Read-Note
    if ($noted) { return @{ Name = $noted; Why = ' as noted in .nuke/temp/nuke-engine'; Demanded = $false } }
    @{ Name = (Request-Engine); Why = ''; Demanded = $false }
}

function Request-Engine {
    $answer = Get-Answer (Find-DotNet)
    $engine, $why = switch ($answer) {
        'there' { 'nuke', "the package feeds have NUKE's packages (noted in .nuke/temp/nuke-engine)" }
        'absent' { 'embedded', "the package feeds lack NUKE's packages (noted in .nuke/temp/nuke-engine)" }
        default { 'embedded', 'the package feeds could not be asked, so the next run asks again' }
    }
    if ($answer -ne 'unknown') { [IO.File]::WriteAllText($Note, "$engine`n") }
    Say "The engine is ${engine}: $why."
    $engine
}

function Get-Answer([string] $DotNet) {
    $folder = [IO.Path]::Combine($Temp, 'probe')
    $null = [IO.Directory]::CreateDirectory($folder)
    [IO.File]::WriteAllText("$folder/probe.csproj", @'
<Project>
  <PropertyGroup>
    <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
    <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
  </PropertyGroup>
  <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <NuGetAudit>false</NuGetAudit>
    <WarningsAsErrors>NU1603</WarningsAsErrors>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Nuke.Common" />
    <PackageReference Include="Nuke.Components" />
  </ItemGroup>
  <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
</Project>
'@)
    $env:NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT = '2'
    $restore = Invoke-Quietly $DotNet @('restore', "$folder/probe.csproj", '-nodeReuse:false', '--nologo', '-v', 'q')
    $env:NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT = $null
    if ($restore.Code -eq 0) { 'there' }
    elseif ($restore.Text -match 'NU1301') { 'unknown' }
    elseif ($restore.Text -match 'NU110[123]|NU1603') { 'absent' }
    else { 'unknown' }
}

function Assert-Nuke([string] $DotNet) {
    $remedy = 'add a feed that has Nuke.Common and Nuke.Components to NuGet.config, or set NUKE_ENGINE=embedded'
    switch (Get-Answer $DotNet) {
        'absent' { Fail 2 "NUKE_ENGINE is 'nuke', but the package feeds cannot restore NUKE's packages: $remedy." }
        'unknown' { Fail 2 "NUKE_ENGINE is 'nuke', but no package feed could be asked: check the network, $remedy." }
    }
}

function Get-Files([IO.DirectoryInfo] $Folder) {
    $Folder.GetFiles()
    foreach ($child in $Folder.GetDirectories()) { if (@('bin', 'obj') -notcontains $child.Name) { Get-Files $child } }
}

function Get-Fingerprint {
    $lines = [Collections.Generic.List[string]]::new()
    $lines.Add("$Root $(Find-OnPath)")
    $top = [IO.DirectoryInfo]::new($Root)
    $patterns = @('build.ps1', 'Directory.*.props', 'Directory.*.targets', 'global.json', '.editorconfig',
        '[Nn]u[Gg]et.[Cc]onfig')
    $files = @($top.GetFiles() | Where-Object { $file = $_; $patterns | Where-Object { $file.Name -clike $_ } })
    $names = @('build')
    if ((Test-Switched) -or [IO.File]::ReadAllText("$Root/build/_build.csproj").Contains('ProjectReference')) { $names += 'src' }
    foreach ($name in $names) {
        $folder = [IO.DirectoryInfo]::new([IO.Path]::Combine($Root, $name))
        if ($folder.Exists) { $files += @(Get-Files $folder) }
    }
    foreach ($file in $files) { $lines.Add("$($file.FullName)`t$($file.Length) $($file.LastWriteTimeUtc.Ticks)") }
    $lines.Sort([StringComparer]::Ordinal)
    $lines -join "`n"
}

function Read-Program([string] $State) {
    if (-not [IO.File]::Exists("$State/program")) { return $null }
    $lines = [IO.File]::ReadAllLines("$State/program")
    if ($lines.Length -eq 2 -and [IO.File]::Exists($lines[0]) -and [IO.File]::Exists($lines[1])) { return , $lines }
    return $null
}

function Test-UpToDate([string] $State, [string] $Now) {
    $known = "$State/fingerprint"
    [IO.File]::Exists($known) -and [IO.File]::ReadAllText($known) -ceq $Now -and (Read-Program $State)
}

function Test-NeedsRebuild([string] $State, [string] $Now) {
    $known = @("$State/fingerprint", "$State/last") | Where-Object { [IO.File]::Exists($_) }
    if (-not $known) { return $true }
    $known = @($known)[0]
    $before = [IO.File]::ReadAllText($known).Split("`n")
    $time = [IO.File]::GetLastWriteTimeUtc($known)
    foreach ($line in $Now.Split("`n")) {
        $changed = $before -cnotcontains $line
        if ($changed -and [IO.File]::GetLastWriteTimeUtc($line.Split("`t")[0]) -le $time) { return $true }
    }
    $paths = $Now.Split("`n") | ForEach-Object { $_.Split("`t")[0] }
    foreach ($line in $before) { if ($paths -cnotcontains $line.Split("`t")[0]) { return $true } }
    $false
}

function Wait-Lock([string] $State) {
    $said = $false
    while ($true) {
        try { return [IO.File]::Open("$State/lock", 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [IO.IOException] {
            if (-not $said) { Say 'Waiting for another build.ps1 that is compiling.'; $said = $true }
            [Threading.Thread]::Sleep(200)
        }
    }
}

function Invoke-Compile([hashtable] $Engine, [string] $State, [string] $Now) {
    $dotNet = Find-DotNet
    Use-DotNet $dotNet
    if ($Engine.Demanded -and $Engine.Name -eq 'nuke') { Assert-Nuke $dotNet }
    $target = if (Test-NeedsRebuild $State $Now) { 'Rebuild' } else { 'Build' }
    if ([IO.File]::Exists("$State/fingerprint")) {
        [IO.File]::Delete("$State/last")
        [IO.File]::Move("$State/fingerprint", "$State/last")
    }
    foreach ($old in 'program', 'target', 'compile.log') { [IO.File]::Delete("$State/$old") }
    Say "Compiling the build$($Engine.For)$($Engine.Why)."

    $done = Invoke-InBuild $dotNet @('build', "$Root/build/_build.csproj", '-c', 'Debug', "-t:$target", '--nologo',
        '-nodeReuse:false', '-p:UseSharedCompilation=false',
        '-noConsoleLogger', '-fl', "-flp:LogFile=$State/compile.log;Verbosity=quiet;NoSummary",
        '-getProperty:TargetPath', "-getResultOutputFile:$State/target")
    if ($done.Code -ne 0) {
        $shown = $done.Text
        if ([IO.File]::Exists("$State/compile.log")) { $shown = [IO.File]::ReadAllText("$State/compile.log") }
        [Console]::Error.Write($shown)
        Fail $done.Code 'build/_build.csproj does not compile; nothing was run.'
    }

    [IO.File]::WriteAllText("$State/program", "$dotNet`n$([IO.File]::ReadAllText("$State/target").Trim())`n")
    [IO.File]::WriteAllText("$State/fingerprint", $Now)
}

$null = [IO.Directory]::CreateDirectory($Temp)
$engine = Find-Engine
$state = [IO.Path]::Combine($Temp, 'build', $engine.Name)
if (-not (Test-UpToDate $state (Get-Fingerprint))) {
    $null = [IO.Directory]::CreateDirectory($state)
    $lock = Wait-Lock $state
    try {
        $now = Get-Fingerprint
        if (-not (Test-UpToDate $state $now)) { Invoke-Compile $engine $state $now }
    }
    finally { $lock.Dispose() }
}
$program = Read-Program $state
if (-not $program) { Fail 1 'The build was compiled, but its program is missing.' }
Use-DotNet $program[0]
$process = Start-Child $program[0] (@($program[1]) + $args) $false
$process.WaitForExit()
exit $process.ExitCode
