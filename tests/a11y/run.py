#!/usr/bin/env python3
"""tests/a11y/run.py BUILD SCRIPT [ARGUMENT...]: runs a script where accessibility works and nobody
else is: a display, a session bus and an accessibility bus of its own, and a home that goes with it."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")

# Nothing is started on this bus but what the test starts: no keyring that would ask.
BUS = """<busconfig><type>session</type><listen>unix:tmpdir={}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


def inside(build, script, arguments):
    """On the private session bus: the accessibility bus, then the script."""
    launcher = next(filter(os.path.exists, LAUNCHERS))
    with open(os.devnull, "wb") as nothing:
        bus = subprocess.Popen([launcher, "--launch-immediately"], stdout=nothing, stderr=nothing)
        try:
            return subprocess.run([sys.executable, "-B", script, build, *arguments]).returncode
        finally:
            bus.terminate()
            bus.wait()


def main():
    build, script, *arguments = sys.argv[1:]
    if os.environ.get("SUHBAT_A11Y_INSIDE"):
        return inside(build, script, arguments)
    lacking = [tool for tool in ("Xvfb", "dbus-run-session", "xdotool") if not shutil.which(tool)]
    lacking += [] if any(map(os.path.exists, LAUNCHERS)) else ["at-spi-bus-launcher"]
    if lacking:
        print("cannot run without " + ", ".join(lacking))
        return 1
    with tempfile.TemporaryDirectory() as home:
        read, write = os.pipe()
        display = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-noreset", "-nolisten", "tcp",
                                    "-screen", "0", "1280x900x24"], pass_fds=[write],
                                   stderr=subprocess.DEVNULL)
        os.close(write)
        try:
            number = os.read(read, 16).decode().strip()
            runtime = Path(home) / "runtime"
            runtime.mkdir(mode=0o700)
            config = Path(home) / "bus.conf"
            config.write_text(BUS.format(home))
            environment = {k: v for k, v in os.environ.items()
                           if not k.startswith(("QT_", "XDG_", "DBUS_", "WAYLAND"))}
            environment |= {"DISPLAY": f":{number}", "HOME": home, "XDG_RUNTIME_DIR": str(runtime),
                            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QUICK_BACKEND": "software",
                            "SUHBAT_A11Y_INSIDE": "1"}
            return subprocess.run(["dbus-run-session", f"--config-file={config}", "--", sys.executable, "-B", __file__, build,
                                   script, *arguments], env=environment).returncode
        finally:
            display.terminate()
            display.wait()


sys.exit(main())
