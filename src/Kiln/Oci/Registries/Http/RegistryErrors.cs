namespace Kiln.Oci.Registries.Http;

/// <summary>Every sentence about a registry that does not do what was asked.</summary>
static class RegistryErrors
{
    public static RegistryException Unreachable(string registry, string reason, Exception? cause = null) => new(
        ErrorCodes.RegistryUnreachable,
        $"The registry '{registry}' cannot be reached: {reason}. Start it, or correct its name where the build "
        + "names its registries.",
        registry, cause: cause);

    public static RegistryException NotARegistry(string registry, string answer) => new(
        ErrorCodes.NotARegistry,
        $"'{registry}' is no image registry: {answer}. Name another host or port, or end the program that "
        + "listens there.",
        registry);

    public static RegistryException Cut(RegistryRequest request, Exception cause) => new(
        ErrorCodes.RegistryConnectionCut,
        $"The connection to the registry '{request.Host.Name}' broke during {request.Description}, and again at "
        + "every further attempt: "
        + $"{Innermost(cause)} Nothing was tagged; the next push sends only what is missing.",
        request.Host.Name, cause: cause);

    public static RegistryException Silent(RegistryRequest request, TimeSpan limit) => new(
        ErrorCodes.RegistryHangs,
        $"The registry '{request.Host.Name}' did not move for {limit.TotalSeconds:0.#} s during {request.Description}. "
        + "Look at its log and its disk; a proxy between here and there can also be the reason.",
        request.Host.Name);

    public static RegistryException Failing(
        RegistryRequest request, int status, string said, TimeSpan? retryAfter) => new(
        ErrorCodes.RegistryFails,
        $"The registry '{request.Host.Name}' answered {request.Description} with HTTP {status}{said}, also when "
        + "asked again."
        + (retryAfter is { } wait
            ? $" It asks to wait {wait.TotalSeconds:0} s."
            : " Try again later, or look at its log."),
        request.Host.Name, status);

    public static RegistryException Unexpected(RegistryRequest request, int status, string said) => new(
        ErrorCodes.RegistryAnswersUnexpectedly,
        $"The registry '{request.Host.Name}' answered {request.Description} with HTTP {status}{said}, which was "
        + "not expected. "
        + "Check that it speaks the OCI distribution specification and allows what was asked.",
        request.Host.Name, status);

    public static RegistryException Refused(
        string registry, string what, string said, IEnumerable<string> tried) => new(
        ErrorCodes.RegistryRefusedCredentials,
        $"The registry '{registry}' refuses {what} (HTTP 401){said}. Credentials were looked for here: "
        + $"{string.Join("; ", tried)}. "
        + $"Run 'docker login {registry}', or give the build credentials for this registry.",
        registry, 401);

    public static RegistryException Forbidden(RegistryRequest request, string said) => new(
        ErrorCodes.RegistryForbids,
        $"The registry '{request.Host.Name}' does not allow {request.Description} (HTTP 403){said}. "
        + "The credentials are known there, but may not do this: check the project's name and the account's rights.",
        request.Host.Name, 403);

    public static RegistryException Redirect(RegistryRequest request, string reason) => new(
        ErrorCodes.RedirectRefused,
        $"The registry '{request.Host.Name}' answered {request.Description} with a redirect that is not "
        + $"followed: {reason}. "
        + "Name the registry by the address where it really answers.",
        request.Host.Name);

    public static RegistryException Token(string registry, string realm, string reason) => new(
        ErrorCodes.TokenRefused,
        $"The registry '{registry}' takes tokens of '{realm}', and none could be had there: {reason}. "
        + "Check the registry's settings for its token service.",
        registry);

    public static RegistryException OtherDigest(string registry, string what, Digest expected, Digest actual) => new(
        ErrorCodes.RegistryDigestDiffers,
        $"The registry '{registry}' has other bytes for {what}: {expected} was expected, and it has {actual}. "
        + "Nothing of it may be used; look for a proxy that rewrites content, or damaged storage.",
        registry);

    public static RegistryException TooLong(RegistryRequest request, long limit) => new(
        ErrorCodes.RegistryAnswersUnexpectedly,
        $"The registry '{request.Host.Name}' answered {request.Description} with more than the {limit} bytes "
        + "that may be there. "
        + "Look for a proxy that rewrites content, or damaged storage.",
        request.Host.Name);

    public static RegistryException OtherWriter(string registry, string tag) => new(
        ErrorCodes.RegistryAnswersUnexpectedly,
        $"The registry '{registry}' has something else under '{tag}' each time after it was written. Another push writes there at the same "
        + "time, or a cache stands in between: push again.",
        registry);

    public static RegistryException DeletesNothing(RegistryRequest request, int status) => new(
        ErrorCodes.DeletionRefused,
        $"The registry '{request.Host.Name}' does not delete: it answered {request.Description} with HTTP {status}. "
        + "Allow it there (the distribution project's registry: REGISTRY_STORAGE_DELETE_ENABLED=true), or let the "
        + "registry's own rules take old tags away.",
        request.Host.Name, status);

    public static string Innermost(Exception error)
    {
        while (error.InnerException is { } inner)
            error = inner;
        return error.Message;
    }
}
