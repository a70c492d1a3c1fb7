"""Runs a program in a terminal of its own: python3 terminal.py FILE, a JSON file of
{"argv": [...], "rows": n, "columns": n, "steps": [[text to wait for, keys to type], ...], "stdout": file or null}.
Prints JSON: what the terminal showed, and the exit code."""

import fcntl, json, os, pty, select, struct, sys, termios

PATIENCE_SECONDS = 30

with open(sys.argv[1], encoding="utf-8") as file:
    asked = json.load(file)

pid, terminal = pty.fork()
if pid == 0:
    size = struct.pack("HHHH", asked["rows"], asked["columns"], 0, 0)
    fcntl.ioctl(0, termios.TIOCSWINSZ, size)
    if asked["stdout"]:
        target = os.open(asked["stdout"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(target, 1)
    os.execvp(asked["argv"][0], asked["argv"])

shown = b""


def more():
    """False once the program has closed its side, or says nothing for too long."""
    global shown
    ready, _, _ = select.select([terminal], [], [], PATIENCE_SECONDS)
    try:
        read = os.read(terminal, 65536) if ready else b""
    except OSError:
        read = b""
    shown += read
    return read != b""


seen = 0
for text, keys in asked["steps"]:
    while shown.find(text.encode(), seen) == -1:
        if not more():
            break
    found = shown.find(text.encode(), seen)
    seen = max(seen, found + len(text.encode()) if found != -1 else seen)
    os.write(terminal, keys.encode())
while more():
    pass
_, status = os.waitpid(pid, 0)
print(json.dumps({"shown": shown.decode("utf-8", "replace"), "code": os.waitstatus_to_exitcode(status)}))
