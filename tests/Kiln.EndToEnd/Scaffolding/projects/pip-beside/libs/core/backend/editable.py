"""Makes the package that lets Python find the sources where they lie (PEP 660)."""
import pathlib
import zipfile

ABOUT = "core-1.0.dist-info"


def build_editable(folder, config_settings=None, metadata_directory=None):
    files = {
        "core.pth": f"{pathlib.Path.cwd()}\n",
        f"{ABOUT}/METADATA": "Metadata-Version: 2.1\nName: core\nVersion: 1.0\n",
        f"{ABOUT}/WHEEL": "Wheel-Version: 1.0\nGenerator: editable\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{ABOUT}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{ABOUT}/RECORD"])
    wheel = "core-1.0-py3-none-any.whl"
    with zipfile.ZipFile(f"{folder}/{wheel}", "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return wheel
