using Kiln.Linting.Rules.Commands;
using Kiln.Linting.Rules.Copying;
using Kiln.Linting.Rules.Labels;
using Kiln.Linting.Rules.Packages;
using Kiln.Linting.Rules.Running;
using Kiln.Linting.Rules.Secrets;
using Kiln.Linting.Rules.Size;
using Kiln.Linting.Rules.Stages;
using Kiln.Linting.Rules.Style;

namespace Kiln.Linting.Rules;

/// <summary>The rules that Kiln brings. One that is not listed here does not judge; a test sees to it.</summary>
static class DefaultRules
{
    /// <summary>One of each, in the order of their ids.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new UntaggedBaseImage(),
        new LatestBaseImage(),
        new DuplicateStageName(),
        new UntrustedRegistry(),
        new ConstantPlatform(),
        new InstructionBeforeFrom(),
        new ReservedStageName(),
        new RedundantTargetPlatform(),
        new UndeclaredArgumentInFrom(),
        new InvalidBaseByDefault(),
        new ForbiddenTrigger(),

        new UnpinnedAptPackage(),
        new AptGetWithoutYes(),
        new AptGetWithRecommends(),
        new AptListsLeft(),
        new AptInsteadOfAptGet(),
        new AptDistUpgrade(),
        new IndexUpdatedAlone(),
        new UnpinnedApkPackage(),
        new ApkCacheLeft(),
        new YumWithoutYes(),
        new YumCacheLeft(),
        new UnpinnedYumPackage(),
        new DnfWithoutYes(),
        new DnfCacheLeft(),
        new UnpinnedDnfPackage(),
        new MicrodnfCacheLeft(),
        new ZypperWithoutAnswer(),
        new ZypperDistUpgrade(),
        new ZypperCacheLeft(),
        new UnpinnedZypperPackage(),
        new UnpinnedPipPackage(),
        new PipCacheLeft(),
        new UnpinnedNpmPackage(),
        new YarnCacheLeft(),
        new UnpinnedGem(),
        new UnpinnedGoPackage(),

        new PointlessCommand(),
        new CdInsteadOfWorkdir(),
        new SudoInRun(),
        new UserWithHugeNumber(),
        new WgetWithProgressBar(),
        new CurlBesideWget(),
        new ReplacedShell(),
        new PipeWithoutPipefail(),
        new ConsecutiveRuns(),

        new AddOfLocalFile(),
        new CopyOfUnpackedArchive(),
        new SourcesWithoutFolder(),
        new CopyFromUnknownStage(),
        new CopyFromItself(),
        new RelativeDestination(),
        new CopyOfWholeFileSystem(),
        new CopyOfIgnoredFile(),

        new RelativeWorkdir(),
        new RootUser(),
        new UserByName(),
        new PortOutOfRange(),
        new SshPort(),
        new ProtocolCase(),
        new ExposeWithHost(),
        new SeveralHealthchecks(),
        new NoHealthcheck(),
        new NoUser(),
        new ShellFormCommand(),
        new SeveralCommands(),
        new SeveralEntrypoints(),
        new SystemFolderWorkdir(),
        new MaintainerInsteadOfLabel(),

        new SecretInVariable(),
        new SecretInText(),
        new CopiedSecretFile(),

        new InvalidLabelKey(),
        new MissingLabel(),
        new UnaskedLabel(),
        new EmptyLabel(),
        new LabelIsNoUrl(),
        new LabelIsNoTime(),
        new LabelIsNoLicense(),
        new LabelIsNoGitHash(),
        new LabelIsNoVersion(),
        new LabelIsNoEmail(),

        new UpperCaseStageName(),
        new AsInOtherCase(),
        new MixedInstructionCasing(),
        new EmptyContinuationLine(),
        new UndefinedVariable(),
        new EnvRefersToItself(),
        new LegacyKeyValue(),
        new WrongDescription(),
        new InlineIgnore(),

        new CompilersInFinalImage(),
        new BuildPackagesInFinalImage(),
        new SourcesBeforeDependencies(),
        new CacheMountWouldHelp(),
        new HeavierBase(),
        new RemovedInLaterLayer(),
        new OwnerChangedInLaterLayer(),
        new ContextWithoutIgnoreFile(),
        new ShellInFinalImage(),
        new DevelopmentPackages(),
    ];
}
