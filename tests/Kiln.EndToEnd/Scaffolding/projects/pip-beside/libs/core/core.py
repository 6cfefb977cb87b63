from packaging.version import Version


def newer(left, right):
    return Version(left) > Version(right)
