static class Answer
{
    public const string Text = "first";
}
