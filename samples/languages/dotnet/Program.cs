var app = WebApplication.Create(args);
app.MapGet("/", () => new { language = ".NET" });
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine("listening on 8080"));
app.Run("http://0.0.0.0:8080");
