"""Searches on a real dask scheduler and worker, started by these tests."""

import json
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import nnreg_gui
from nnreg_gui.engine.problems import DivergedError
from nnreg_gui.engine.searches.search import Found, News, NotFound, Noticed, Search, SearchRun, results
from nnreg_gui.engine.searches.search_jobs import ExecutorError
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.cluster import ClusterExecutor
from nnreg_gui.running.searches import SearchQueue
from tests.fixture_types import SameCurves, Small, Trained
from tests.hard_experiments import DIVERGING, LONG

pytestmark = pytest.mark.skipif(  # without importing it, which takes the processes that do not run these tests long
    find_spec("distributed") is None, reason="the optional extra is missing: pip install 'nnreg-gui[cluster]'"
)

WAIT = 30.0  # seconds


class Cluster:
    """A scheduler and a worker with two threads, on this machine."""

    def __init__(self, folder: Path, stack: ExitStack, protocol: str = "tcp", *options: str) -> None:
        self._folder, self._stack, self._options = folder, stack, options
        self._file = folder / "scheduler.json"
        self.scheduler = self._start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-show", "--protocol", protocol
        )
        deadline = monotonic() + WAIT
        while not (self._file.exists() and self._file.read_text()):
            assert monotonic() < deadline, "the scheduler does not begin"
            QTest.qWait(20)
        self.address = json.loads(self._file.read_text())["address"]

    def start_worker(self, log: str = "worker") -> subprocess.Popen[bytes]:
        return self._start("worker", "--nthreads", "2", "--no-nanny", "--host", "127.0.0.1", log=log)

    def _start(self, what: str, *options: str, log: str | None = None) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", what, "--scheduler-file", str(self._file), "--no-dashboard"]
        command += [*self._options, *options]
        environment = {**os.environ, "PYTHONPATH": str(Path(nnreg_gui.__file__).parent.parent)}
        file = self._stack.enter_context((self._folder / f"{log or what}.log").open("wb"))
        process = subprocess.Popen(command, cwd=self._folder, env=environment, stdout=file, stderr=file)
        self._stack.callback(process.wait)
        self._stack.callback(process.kill)
        return process


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Iterator[Cluster]:
    """A cluster without a worker at first."""
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with ExitStack() as stack:
        yield Cluster(tmp_path_factory.mktemp("cluster"), stack)


def problem_at(address: str) -> str:
    with pytest.raises(ExecutorError) as caught:
        list(results(Search((LONG,)), lambda: ClusterExecutor(address)))
    sentence = str(caught.value)
    assert len(sentence.splitlines()) == 1
    return sentence


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:{free}", "nonsense", "tcp://127.0.0.1:notaport", "tcp://", "x://y:1"]
)
def test_an_address_where_no_scheduler_is_gives_a_sentence(address: str) -> None:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))  # in use, but nobody listens
        address = address.format(free=one.getsockname()[1])

        assert f"The cluster at {address} cannot be reached" in problem_at(address)


def test_something_else_that_listens_there_gives_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nnreg_gui.running.cluster._SECONDS_TO_CONNECT", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert "cannot be reached" in problem_at(f"tcp://127.0.0.1:{silent.getsockname()[1]}")


def test_a_cluster_without_workers_gives_a_sentence(cluster: Cluster) -> None:
    assert f"dask worker {cluster.address}" in problem_at(cluster.address)


def test_a_cluster_finds_the_same_curves_bit_for_bit(
    cluster: Cluster, small: Small, trained_on_all: Trained, same_curves: SameCurves
) -> None:
    cluster.start_worker()
    deadline = monotonic() + WAIT
    while b"Registered to" not in (cluster._folder / "worker.log").read_bytes():
        assert monotonic() < deadline, "the worker does not begin"
        QTest.qWait(20)
    experiments = (small(epochs=3), DIVERGING, small(epochs=2, seed=3, penalty="l2", lambda_=1.0))
    run = SearchRun(Search(experiments, networks=True), lambda: ClusterExecutor(cluster.address))
    news = []

    while not run.over:
        assert monotonic() < deadline + WAIT
        news += run.poll()
        run.wait(0.02)
    run.cancel()

    assert run.problem is None
    histories = {one.place: one.history for one in news if isinstance(one, Found)}
    assert sorted(histories) == [0, 2]
    for place, history in histories.items():
        assert same_curves(history, trained_on_all(experiments[place]))
        assert history.best is not None
    (failed,) = (one for one in news if isinstance(one, NotFound))
    assert (failed.place, type(failed.problem)) == (1, DivergedError)


def test_a_worker_that_dies_is_told_once_and_its_jobs_are_done_elsewhere(
    cluster: Cluster, small: Small, trained_on_all: Trained, same_curves: SameCurves
) -> None:
    from distributed import Client

    experiments = tuple(small(epochs=15, seed=seed) for seed in range(8))
    news: list[News] = []
    with Client(cluster.address, set_as_default=False) as client:
        others = client.processing().keys()
        process = cluster.start_worker("victim")
        deadline = monotonic() + WAIT
        while not (victims := client.processing().keys() - others):
            assert monotonic() < deadline, "the worker does not begin"
            QTest.qWait(20)
        (victim,) = victims
        run = SearchRun(Search(experiments), lambda: ClusterExecutor(cluster.address))
        while not run.over:
            assert monotonic() < deadline + WAIT
            news += run.poll()
            run.wait(0.02)
            if process.poll() is None and client.processing().get(victim):
                process.kill()
                process.wait()
    run.cancel()

    assert process.returncode == -signal.SIGKILL
    assert run.problem is None
    (noticed,) = (one for one in news if isinstance(one, Noticed))
    assert "A process of the search ended unexpectedly" in str(noticed.problem)
    places = [one.place for one in news if isinstance(one, Found)]
    assert sorted(places) == list(range(8))
    for one in news:
        if isinstance(one, Found):
            assert same_curves(one.history, trained_on_all(experiments[one.place]))


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes a certificate with openssl")
def test_tls_with_the_certificates_of_dasks_settings(
    tmp_path: Path, qapp: object, small: Small, trained_on_all: Trained, same_curves: SameCurves
) -> None:
    import dask

    key, certificate = str(tmp_path / "key.pem"), str(tmp_path / "certificate.pem")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test", "-keyout"]
    subprocess.run([*command, key, "-out", certificate], check=True, capture_output=True)
    options = ("--tls-ca-file", certificate, "--tls-cert", certificate, "--tls-key", key)
    names = {"ca-file": certificate, "client.cert": certificate, "client.key": key}
    with ExitStack() as stack:
        cluster = Cluster(tmp_path, stack, "tls", *options)
        assert cluster.address.startswith("tls://")
        cluster.start_worker()
        for address in (cluster.address, cluster.address.replace("tls://", "tcp://")):
            assert f"The cluster at {address} cannot be reached" in problem_at(address)
        with dask.config.set({f"distributed.comm.tls.{name}": file for name, file in names.items()}):
            deadline = monotonic() + WAIT
            while b"Registered to" not in (tmp_path / "worker.log").read_bytes():
                assert monotonic() < deadline, "the worker does not begin"
                QTest.qWait(20)
            ((_, history),) = results(Search((small(epochs=2),)), lambda: ClusterExecutor(cluster.address))

    assert same_curves(history, trained_on_all(small(epochs=2)))


def test_cancelling_ends_what_the_workers_do(cluster: Cluster, small: Small, qtbot: QtBot) -> None:
    """Both threads of the worker are busy for hours; once nobody waits for them, they do something else."""
    queue, found = SearchQueue(resource_path()), []
    queue.set_cluster(f" {cluster.address} ")
    long = queue.begin(Search((LONG, LONG)), "finding_lambda", queue)
    qtbot.waitUntil(lambda: running_tasks(cluster) == 2, timeout=int(1_000 * WAIT))

    with qtbot.waitSignal(long.ended):
        long.cancel()
    short = queue.begin(Search((small(epochs=1), small(epochs=2))), "finding_lambda", queue)
    short.found.connect(lambda place, history: found.append(place))
    with qtbot.waitSignal(short.ended, timeout=int(1_000 * WAIT)) as ended:
        pass
    queue.close()

    assert ended.args == [None]
    assert sorted(found) == [0, 1]
    queue.deleteLater()


def running_tasks(cluster: Cluster) -> int:
    from distributed import Client

    with Client(cluster.address, set_as_default=False) as client:
        return sum(len(keys) for keys in client.processing().values())


def test_a_scheduler_that_dies_ends_the_search_with_a_sentence(cluster: Cluster) -> None:
    run = SearchRun(Search((LONG,)), lambda: ClusterExecutor(cluster.address))
    deadline = monotonic() + WAIT
    killed = False
    while not run.over:
        assert monotonic() < deadline
        run.poll()
        run.wait(0.02)
        if not killed and running_tasks(cluster):
            cluster.scheduler.send_signal(signal.SIGKILL)
            killed = True

    assert "cannot be reached" in str(run.problem)
