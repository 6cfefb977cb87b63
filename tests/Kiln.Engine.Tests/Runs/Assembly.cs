// A run takes over the console, Serilog's logger and the working directory of the process.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
