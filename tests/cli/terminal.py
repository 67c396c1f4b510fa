"""terminal.py COMMAND...: runs a command on a pseudo-terminal of 80 columns (WIDTH says otherwise) and prints what it shows."""
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios

terminal, end = pty.openpty()
fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(os.environ.get("WIDTH", "80")), 0, 0))
child = subprocess.Popen(sys.argv[1:], stdin=end, stdout=end, stderr=end, start_new_session=True)
# The end stays open here until all is read: what a terminal holds when its last user goes may be lost.
shown = b""
while True:
    over = child.poll() is not None
    if select.select([terminal], [], [], 0.1 if over else 0.02)[0]:
        shown += os.read(terminal, 65536)
    elif over:
        break
sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n"))
sys.stdout.flush()
sys.exit(child.returncode)
