namespace Kiln.Agreement.Trivy;

/// <summary>One test of a check: this Dockerfile is refused, or is not.</summary>
/// <param name="File">Where it stands.</param>
/// <param name="Line">Of the input.</param>
/// <param name="Check">Its id in Trivy: <c>DS-0002</c>.</param>
/// <param name="Dockerfile">What the input stands for.</param>
/// <param name="IsDenied">It has at least one finding.</param>
sealed record TrivyVerdict(string File, int Line, string Check, string Dockerfile, bool IsDenied);
