namespace Kiln.Components;

/// <summary>All components of Kiln; who wants fewer lists them.</summary>
public interface IContainerPipeline : IDockerBuild, IPush, IUpdateLock, IListStale, IDescribe, IStopEngine;
