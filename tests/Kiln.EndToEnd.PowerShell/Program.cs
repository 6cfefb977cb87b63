// A PowerShell small enough for a test: runs the script that is its first argument with the arguments that follow.
using System.Management.Automation;
using System.Management.Automation.Runspaces;

using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
runspace.Open();
runspace.SessionStateProxy.Path.SetLocation(Environment.CurrentDirectory);

using var shell = PowerShell.Create(runspace).AddCommand(args[0]);
foreach (var argument in args[1..]) shell.AddArgument(argument);
shell.Invoke();

foreach (var error in shell.Streams.Error) Console.Error.WriteLine(error);
return runspace.SessionStateProxy.GetVariable("LASTEXITCODE") is int code ? code : -1;
