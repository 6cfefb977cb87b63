var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapGet("/", () => "listening, without what is never called");
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine("listening on 8080"));
app.Run("http://0.0.0.0:8080");
