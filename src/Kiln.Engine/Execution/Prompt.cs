using System.Text;
using Kiln.Engine.Parameters;

namespace Kiln.Engine.Execution;

/// <summary>Asks a person. An end of input is no answer.</summary>
sealed class Prompt(RunEnvironment environment)
{
    public string? AskFor(Parameter parameter, IReadOnlyList<string>? choices)
    {
        var question = $"{(parameter.Description ?? parameter.Name).TrimEnd('.')}:";
        if (parameter.IsSecret)
            return AskForSecret(question);

        return choices is null ? Ask(question) : AskToChoose(question, choices);
    }

    public string? AskForSecret(string question)
    {
        Console.Out.Write($"{question} ");
        Console.Out.Flush();
        var answer = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key != ConsoleKey.Backspace)
                answer.Append(key.KeyChar);
            else if (answer.Length > 0)
                answer.Length--;
        }

        Console.Out.WriteLine();
        return answer.ToString();
    }

    string? Ask(string question)
    {
        Console.Out.Write($"{question} ");
        Console.Out.Flush();
        return environment.Input.ReadLine();
    }

    string? AskToChoose(string question, IReadOnlyList<string> choices)
    {
        for (var i = 0; i < choices.Count; i++)
            Console.Out.WriteLine($"  {i + 1}) {choices[i]}");

        var answer = Ask(question);
        return int.TryParse(answer, out var number) && number >= 1 && number <= choices.Count
            ? choices[number - 1]
            : answer;
    }
}
