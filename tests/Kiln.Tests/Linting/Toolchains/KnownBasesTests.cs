using Kiln.Linting.Toolchains;

namespace Kiln.Tests.Linting.Toolchains;

public sealed class KnownBasesTests
{
    [Theory]
    [InlineData("node:24", "node:24-slim")]
    [InlineData("node:24-bookworm", "node:24-bookworm-slim")]
    [InlineData("docker.io/library/node:24", "node:24-slim")]
    [InlineData("node", "node:<version>-slim")]
    [InlineData("node:24-alpine", null)]
    [InlineData("python:3.13-bookworm", "python:3.13-slim-bookworm")]
    [InlineData("ruby:3.4", "ruby:3.4-slim")]
    [InlineData("php:8.3-apache", null)]
    [InlineData("php:8.3-fpm-bookworm", "php:8.3-fpm-alpine")]
    [InlineData("php:8.3", "php:8.3-alpine")]
    [InlineData("nginx:1.29", "nginx:1.29-alpine")]
    [InlineData("nginx:1.29-perl", null)]
    [InlineData("debian:bookworm", "debian:bookworm-slim")]
    [InlineData("eclipse-temurin:21", "eclipse-temurin:21-jre")]
    [InlineData("eclipse-temurin:17-jdk-jammy", "eclipse-temurin:17-jre-jammy")]
    [InlineData("eclipse-temurin:21-alpine", "eclipse-temurin:21-jre-alpine")]
    [InlineData("eclipse-temurin:21-jre", null)]
    [InlineData("openjdk:17-jdk-slim", "eclipse-temurin:17-jre")]
    [InlineData("openjdk:8-jre-slim", null)]
    [InlineData("amazoncorretto:21-alpine", "eclipse-temurin:21-jre-alpine")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:10.0", "mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled")]
    [InlineData("mcr.microsoft.com/dotnet/runtime:6.0", "mcr.microsoft.com/dotnet/runtime:6.0-jammy-chiseled")]
    [InlineData("mcr.microsoft.com/dotnet/aspnet:8.0-jammy", "mcr.microsoft.com/dotnet/aspnet:8.0-jammy-chiseled")]
    [InlineData("mcr.microsoft.com/dotnet/runtime-deps:9.0-noble-chiseled-extra", null)]
    [InlineData("acme/runtime:1", null)]
    [InlineData("corp.example.com/node:24", null)]
    [InlineData("$BASE", null)]
    public void The_lighter_kind_of_an_official_image_is_one_that_there_is(string image, string? lighter) =>
        Assert.Equal(lighter is null ? null : BaseName.Of(lighter.Replace("<version>", "1", StringComparison.Ordinal)), LighterOf(image));

    [Theory]
    [InlineData("golang:1.25", 840)]
    [InlineData("golang:1.25-alpine", null)]
    [InlineData("mcr.microsoft.com/dotnet/sdk:10.0", 850)]
    public void The_size_of_a_small_kind_is_not_that_of_the_plain_one(string image, int? megabytes)
    {
        var known = KnownBases.Find(image)!;

        Assert.True(known.IsForBuilding);
        Assert.Equal(megabytes, known.MegabytesOf(image));
    }

    static BaseName? LighterOf(string image) =>
        KnownBases.LighterThan(image) is { } lighter ? BaseName.Of(lighter.Image.Replace("<version>", "1", StringComparison.Ordinal)) : null;
}
