#!/usr/bin/env python3
"""streams_test.py [EMULATOR]... BINARY: inherited descriptors, as standard streams and as the output
that /dev/stdout, /dev/fd/N or a link to them names; closed pipes and the non-blocking mode."""
import os, signal, socket, subprocess, tempfile, threading, time, unittest

from program import COMMAND, ENVIRONMENT, ON_WINDOWS, InDirectory, posix_only, results, run

OFFER = "2020-04-20"
LINES = "2020-04-20 Cloud Platform\n2020-05-21\n2021-02-30\n"


@posix_only("descriptors")
class Descriptors(InDirectory):
    def names_of(self, number):
        """Paths that stand for this descriptor of the program."""
        named = {0: "/dev/stdin", 1: "/dev/stdout", 2: "/dev/stderr"}
        found = [f"/dev/fd/{number}", f"/proc/self/fd/{number}"]
        found += [named[number]] if number in named else []
        found = [name for name in found if os.path.exists(os.path.dirname(name))]
        for i, name in enumerate(list(found)):
            found += [self.path(f"link{i}"), self.path(f"link{i}b")]
            if not os.path.lexists(found[-1]):
                os.symlink(name, found[-2])
                os.symlink(f"link{i}", found[-1])
        return found

    def test_standard_output_is_a_pipe(self):
        for name in self.names_of(1):
            with self.subTest(name):
                self.assertEqual(results(run("-o", name, OFFER)), (0, run(OFFER).stdout, ""))

    def test_standard_output_is_a_file(self):
        for name in self.names_of(1):
            with self.subTest(name), open(self.path("log"), "w") as log:
                print("before", file=log, flush=True)
                inode = self.inode("log")
                self.assertEqual(run("-o", name, OFFER, stdout=log).returncode, 0)
                log.seek(0, os.SEEK_CUR)
                print("after", file=log, flush=True)
                self.assertEqual(self.read("log"), f"before\n{run(OFFER).stdout}after\n")
                self.assertEqual(self.inode("log"), inode)

    def test_standard_output_is_a_removed_file(self):
        with tempfile.TemporaryFile("w+") as file:
            self.assertEqual(run("-o", "/dev/stdout", OFFER, stdout=file).returncode, 0)
            file.seek(0)
            self.assertEqual(file.read(), run(OFFER).stdout)

    def test_standard_output_is_a_socket(self):
        ours, theirs = socket.socketpair()
        with ours, theirs:
            for name in self.names_of(1):
                with self.subTest(name):
                    self.assertEqual(run("-o", name, OFFER, stdout=theirs).returncode, 0)
                    self.assertEqual(ours.recv(1 << 16).decode(), run(OFFER).stdout)

    def test_standard_error(self):
        for name in self.names_of(2):
            with self.subTest(name):
                self.assertEqual(results(run("-o", name, OFFER)), (0, "", run(OFFER).stdout))

    def test_process_substitution(self):
        end, descriptor = os.pipe()
        for name in self.names_of(descriptor):
            with self.subTest(name):
                done = run("-o", name, OFFER, pass_fds=[descriptor])
                self.assertEqual(results(done), (0, "", ""))
                self.assertEqual(os.read(end, 1 << 16).decode(), run(OFFER).stdout)
        os.close(end)
        os.close(descriptor)

    def test_descriptors_that_cannot_be_written(self):
        self.write("in", "")
        with open(self.path("in")) as file:
            for name in self.names_of(0):
                with self.subTest(name):
                    done = run("-o", name, OFFER, stdin=file)
                    self.assertEqual(
                        results(done), (2, "", f"mpn-renewal: {name}: Bad file descriptor\n")
                    )
        self.assertEqual(self.read("in"), "")
        done = run("-o", "/dev/fd/99", OFFER)
        self.assertEqual(
            results(done), (2, "", "mpn-renewal: /dev/fd/99: No such file or directory\n")
        )

    def test_file_that_is_also_standard_output(self):
        with open(self.path("out"), "w") as file:
            inode = self.inode("out")
            self.assertEqual(run("-o", self.path("out"), OFFER, stdout=file).returncode, 0)
        self.assertEqual(self.read("out"), run(OFFER).stdout)
        self.assertNotEqual(self.inode("out"), inode)

    def test_closed_standard_streams(self):
        def run_closed(streams, *arguments):
            script = f'exec "$@" {streams}'
            return subprocess.run(
                ["sh", "-c", script, "sh", *COMMAND, *arguments],
                input=LINES,
                capture_output=True,
                text=True,
                env=ENVIRONMENT,
            )

        bad = "Bad file descriptor"
        self.assertEqual(results(run_closed("<&-")), (2, "", f"mpn-renewal: (stdin): {bad}\n"))
        self.assertEqual(
            results(run_closed(">&-", OFFER)), (2, "", f"mpn-renewal: (stdout): {bad}\n")
        )
        # A message must not end up in the file that was opened instead.
        to_file = ["-f", "ndjson", "-o", self.path("out")]
        for streams in ["2>&-", ">&- 2>&-"]:
            self.assertEqual(results(run_closed(streams, *to_file)), (1, "", ""))
            self.assertEqual(self.read("out"), run("-f", "ndjson", text=LINES).stdout)


class ClosedPipes(InDirectory):
    def write_to_closed_pipe(self, *arguments, stream="stdout", text=LINES * 10_000, **more):
        reader, writer = os.pipe()
        os.close(reader)
        done = run(*arguments, text=text, **{stream: writer}, **more)
        os.close(writer)
        return done.returncode, (done.stderr if stream == "stdout" else done.stdout)

    def test_closed_standard_output(self):
        for arguments in [["-q", "-f", "ndjson"], ["-q"], [OFFER], ["--help"]]:
            self.assertEqual(
                self.write_to_closed_pipe(*arguments), (2 if ON_WINDOWS else -signal.SIGPIPE, "")
            )

    @posix_only("SIGPIPE")
    def test_closed_standard_output_without_sigpipe(self):
        for arguments in [["-q", "-f", "ndjson"], [OFFER], ["-o", "/dev/stdout", OFFER]]:
            status = self.write_to_closed_pipe(*arguments, restore_signals=False)
            self.assertEqual(status, (2, ""))

    @posix_only("descriptors")
    def test_closed_pipe_as_output(self):
        self.assertEqual(
            self.write_to_closed_pipe("-o", "/dev/stdout", OFFER), (-signal.SIGPIPE, "")
        )

    def test_closed_standard_error(self):
        for more in [{}] if ON_WINDOWS else [{}, {"restore_signals": False}]:
            expected = (1, run("-f", "ndjson", text=LINES).stdout)
            closed = {"stream": "stderr", "text": LINES, **more}
            self.assertEqual(self.write_to_closed_pipe("-f", "ndjson", **closed), expected)
            to_file = ["-f", "ndjson", "-o", self.path("out")]
            self.assertEqual(self.write_to_closed_pipe(*to_file, **closed), (1, ""))
            self.assertEqual(self.read("out"), expected[1])


@posix_only("descriptors in non-blocking mode")
class NonBlocking(InDirectory):
    LINES = "".join(f"20{i % 30:02}-04-20 Security\n" for i in range(5000))

    def test_input_that_comes_late(self):
        ours, theirs = socket.socketpair()
        theirs.setblocking(False)

        def send():
            for part in self.LINES[:100], self.LINES[100:]:
                time.sleep(0.1)
                ours.sendall(part.encode())
            ours.shutdown(socket.SHUT_WR)

        thread = threading.Thread(target=send)
        thread.start()
        done = run("-f", "ndjson", stdin=theirs)
        thread.join()
        ours.close()
        theirs.close()
        self.assertEqual(results(done), (0, run("-f", "ndjson", text=self.LINES).stdout, ""))

    def test_output_that_is_read_late(self):
        text = self.LINES + "2021-02-30\n" * 20
        expected = run("-f", "ndjson", text=text)
        self.write("in", text)
        for stream, arguments in [
            ("stdout", []),
            ("stdout", ["-o", "/dev/stdout"]),
            ("stderr", ["-o", "/dev/stderr", "-q"]),
        ]:
            reader, writer = os.pipe()
            os.set_blocking(writer, False)
            process = subprocess.Popen(
                [*COMMAND, "-f", "ndjson", "-i", self.path("in"), *arguments],
                env=ENVIRONMENT,
                **{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, stream: writer},
            )
            os.close(writer)
            time.sleep(0.2)
            with open(reader, encoding="utf-8") as file:
                self.assertEqual(file.read(), expected.stdout)
            self.assertEqual(process.wait(), 1)


if __name__ == "__main__":
    unittest.main(verbosity=0)
