namespace Kiln.Components;

/// <summary>All components of Kiln; who wants fewer lists them.</summary>
public interface IContainerPipeline : IScaffold, ILint, IFixDockerfiles, ICreateCheckRun, IAdvise, IDockerBuild, IAssemble, IScan, ISmokeTest, IPush, IComment, IPromote, ICleanUp, IUpdateLock, IListStale, IGenerateWorkflow, IVerifyWorkflow, IExplainWorkflow, IDescribe, IStopEngine;
