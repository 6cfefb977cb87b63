namespace Kiln.Dockerfiles.Syntax.Parsing;

/// <summary>Makes the typed instruction of a keyword.</summary>
static class InstructionFactory
{
    public static Instruction Create(InstructionParts parts, SyntaxDiagnostics diagnostics)
    {
        if (parts.Flags.Count > 0 && Keywords.All.Contains(parts.Keyword))
            FlagRules.Check(parts, diagnostics);

        return parts.Keyword switch
        {
            "ADD" => new AddInstruction(parts, diagnostics),
            "ARG" => new ArgInstruction(parts, diagnostics),
            "CMD" => new CmdInstruction(parts, diagnostics),
            "COPY" => new CopyInstruction(parts, diagnostics),
            "ENTRYPOINT" => new EntrypointInstruction(parts, diagnostics),
            "ENV" => new EnvInstruction(parts, diagnostics),
            "EXPOSE" => new ExposeInstruction(parts, diagnostics),
            "FROM" => new FromInstruction(parts, diagnostics),
            "HEALTHCHECK" => new HealthcheckInstruction(parts, diagnostics),
            "LABEL" => new LabelInstruction(parts, diagnostics),
            "MAINTAINER" => new MaintainerInstruction(parts, diagnostics),
            "ONBUILD" => new OnbuildInstruction(parts, null, diagnostics),
            "RUN" => new RunInstruction(parts, diagnostics),
            "SHELL" => new ShellInstruction(parts, diagnostics),
            "STOPSIGNAL" => new StopsignalInstruction(parts, diagnostics),
            "USER" => new UserInstruction(parts, diagnostics),
            "VOLUME" => new VolumeInstruction(parts, diagnostics),
            "WORKDIR" => new WorkdirInstruction(parts, diagnostics),
            _ => new UnknownInstruction(parts, diagnostics),
        };
    }
}
