using System.Security.Cryptography;
using System.Text;

namespace Nuke.Common.Utilities;

partial class StringExtensions
{
    public static string GetMD5Hash(this string str) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(str)));

    public static string GetSHA256Hash(this string str) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(str)));
}
