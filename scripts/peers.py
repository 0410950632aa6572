#!/usr/bin/env python3
"""Fovea beside TensorFlow, ONNX Runtime and PyTorch: the same networks with the same weights, in turns, on the CPU.

    scripts/benchmarks --peers [--models NAMES] [--sides PIXELS] [--rounds N] [--threads N] [--precision P] [--only PEERS]

Each peer is a process of its own, which loads the model once and then runs when it is asked to; who begins changes from
round to round. Whoever is not installed is named and left out. Figures go into docs/benchmarks.md.
"""

import argparse
import datetime
import importlib.util
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

try:
    import resource
except ImportError:  # Windows
    resource = None

ROOT = pathlib.Path(__file__).resolve().parent.parent
LABELS = {"fovea": "Fovea", "tensorflow": "TensorFlow", "onnxruntime": "ONNX Runtime", "pytorch": "PyTorch"}
PACKAGES = {"fovea": (), "tensorflow": ("numpy", "tensorflow"), "onnxruntime": ("numpy", "onnx", "onnxruntime"),
            "pytorch": ("numpy", "torch")}

CHECK_SIDE = 256
TOLERANCE = 1e-3  # of the range of the result
STEP = 32  # of sides: a multiple of the stride of every network
SPARED = 0.95  # of the free memory, so that the machine stays usable
ROOM = 0.8  # of the memory there is that peers may hold while another one runs
WARM_UP, WARM_UPS = 3, 20  # seconds and runs at most, but at least one run
TURN, TURNS = 1, 5  # the same of a turn, whose median counts


# The peers: load(folder, threads) gives (run, version), where run takes (height, width) floats and gives the result.


def same(kernel, stride):
    """Pixels of padding before and after, as TensorFlow has them where the side is a multiple of the stride."""
    total = max(kernel - stride, 0)
    return total // 2, total - total // 2


def pair(value):
    return tuple(value) if isinstance(value, list) else (value, value)


def read(folder):
    """The layers, with all inputs and sizes written out, and the weights by layer.name."""
    import numpy as np

    architecture = json.loads((folder / "architecture.json").read_text(encoding="utf-8"))
    layers, before = architecture["layers"], None
    for layer in layers:
        inputs = layer.get("inputs", [before])
        layer["inputs"] = [inputs] if isinstance(inputs, str) else inputs
        layer["activation"] = layer.get("activation", "linear")
        before = layer["name"]
        kind = layer["type"]
        if kind in ("Conv2D", "Conv2DTranspose"):
            kernel, strides = pair(layer["kernel_size"]), pair(layer.get("strides", 1))
            pads = [same(k, s) if layer.get("padding", "valid") == "same" else (0, 0) for k, s in zip(kernel, strides)]
            if kind == "Conv2DTranspose" and any(k < s for k, s in zip(kernel, strides)):
                sys.exit(f"{kind}: a kernel smaller than its stride is not known here")
            layer.update(kernel=kernel, strides=strides, pads=pads)
        elif kind in ("MaxPooling2D", "AveragePooling2D"):
            size = pair(layer.get("pool_size", 2))
            if pair(layer.get("strides", layer.get("pool_size", 2))) != size:
                sys.exit(f"{kind}: strides other than its size are not known here")
            layer["size"] = size
        elif kind == "UpSampling2D":
            layer["size"] = pair(layer.get("size", 2))
    weights = {file.name[:-len(".npy")]: np.load(file) for file in (folder / "weights").iterdir()}
    return layers, architecture.get("output", before), weights


def tensorflow(folder, threads):
    import tensorflow as tf

    tf.config.threading.set_intra_op_parallelism_threads(threads)
    model = tf.saved_model.load(str(folder / "savedmodel"))
    serve = model.signatures["serving_default"]

    def run(image):
        (result,) = serve(tf.constant(image[None, :, :, None])).values()
        return result.numpy()[0]

    run.model = model  # or its variables are freed
    return run, tf.__version__


def pytorch(folder, threads):
    import numpy as np
    import torch
    from torch.nn import functional as f

    torch.set_num_threads(threads)
    layers, output, values = read(folder)
    weights = {}
    for key, value in values.items():
        tensor = torch.from_numpy(value.transpose(3, 2, 0, 1).copy() if value.ndim == 4 else value)
        weights[key] = tensor.contiguous(memory_format=torch.channels_last) if value.ndim == 4 else tensor
    own = {layer["name"] for layer in layers if layer["type"] != "Input"}
    # The last layer that needs a result: after it, the memory is free for the next.
    last = {name: i for i, layer in enumerate(layers) for name in layer["inputs"]}
    activations = {"linear": lambda x: x, "relu": torch.relu_, "sigmoid": torch.sigmoid_, "tanh": torch.tanh_,
                   "softmax": lambda x: torch.softmax(x, 1)}

    def pad(x, pads):
        (top, bottom), (left, right) = pads
        if top == bottom and left == right:
            return x, (top, left)
        return f.pad(x, (left, right, top, bottom)), (0, 0)

    def compute(layer, xs):
        kind, name, x = layer["type"], layer["name"], xs[0]
        if kind == "Conv2D":
            x, padding = pad(x, layer["pads"])
            return f.conv2d(x, weights[f"{name}.kernel"], weights.get(f"{name}.bias"), layer["strides"], padding)
        if kind == "Conv2DTranspose":
            kernel, bias = weights[f"{name}.kernel"], weights.get(f"{name}.bias")
            (top, bottom), (left, right) = layer["pads"]
            if top == bottom and left == right:
                return f.conv_transpose2d(x, kernel, bias, layer["strides"], (top, left))
            x = f.conv_transpose2d(x, kernel, bias, layer["strides"])
            return x[:, :, top:x.shape[2] - bottom, left:x.shape[3] - right]
        if kind == "BatchNormalization":
            return f.batch_norm(x, *(weights[f"{name}.{w}"] for w in ("moving_mean", "moving_variance", "gamma", "beta")),
                                eps=layer.get("epsilon", 1e-3))
        if kind == "MaxPooling2D":
            return f.max_pool2d(x, layer["size"])
        if kind == "AveragePooling2D":
            return f.avg_pool2d(x, layer["size"])
        if kind == "UpSampling2D":
            mode = layer.get("interpolation", "nearest")
            return f.interpolate(x, scale_factor=layer["size"], mode=mode, **({} if mode == "nearest" else {"align_corners": False}))
        if kind == "Add":
            return sum(xs[1:], x)
        if kind == "Concatenate":
            return torch.cat(xs, 1)
        if kind == "Activation":
            # It is computed in place: not in the image, and not in what others need later.
            return x if layer["inputs"][0] in own and last[layer["inputs"][0]] == layers.index(layer) else x.clone()
        sys.exit(f"{kind}: not known here")

    unknown = {layer["activation"] for layer in layers} - set(activations)
    if unknown:
        sys.exit(f"{', '.join(unknown)}: not known here")

    def run(image):
        with torch.inference_mode():
            held = {}
            for i, layer in enumerate(layers):
                if layer["type"] == "Input":
                    x = torch.from_numpy(image)[None, None].contiguous(memory_format=torch.channels_last)
                else:
                    x = activations[layer["activation"]](compute(layer, [held[name] for name in layer["inputs"]]))
                held[layer["name"]] = x
                for name in layer["inputs"]:
                    if last.get(name) == i and name != output:
                        held.pop(name, None)
            return np.ascontiguousarray(held[output][0].permute(1, 2, 0).numpy())

    return run, torch.__version__


def onnx_model(folder):
    """The network as ONNX, with its weights."""
    import numpy as np
    from onnx import TensorProto, helper, numpy_helper

    layers, output, weights = read(folder)
    nodes, constants, names = [], [], {}

    def constant(name, value):
        constants.append(numpy_helper.from_array(np.ascontiguousarray(value, dtype=np.float32), name))
        return name

    def parameters(name, *kinds):
        found = [(f"{name}.{kind}", weights.get(f"{name}.{kind}")) for kind in kinds]
        return [constant(key, value.transpose(3, 2, 0, 1) if value.ndim == 4 else value)
                for key, value in found if value is not None]

    channels = 0
    for layer in layers:
        kind, name, xs = layer["type"], layer["name"], [names.get(i) for i in layer["inputs"]]
        if kind == "Input":
            channels, names[name] = layer["shape"][2], "image"
            continue
        plain = name + "/plain"
        if kind in ("Conv2D", "Conv2DTranspose"):
            (top, bottom), (left, right) = layer["pads"]
            nodes.append(helper.make_node(
                {"Conv2D": "Conv", "Conv2DTranspose": "ConvTranspose"}[kind], xs + parameters(name, "kernel", "bias"), [plain],
                kernel_shape=layer["kernel"], strides=layer["strides"], pads=[top, left, bottom, right]))
        elif kind == "BatchNormalization":
            nodes.append(helper.make_node(
                kind, xs + parameters(name, "gamma", "beta", "moving_mean", "moving_variance"), [plain],
                epsilon=layer.get("epsilon", 1e-3)))
        elif kind in ("MaxPooling2D", "AveragePooling2D"):
            nodes.append(helper.make_node({"MaxPooling2D": "MaxPool", "AveragePooling2D": "AveragePool"}[kind], xs, [plain],
                                          kernel_shape=layer["size"], strides=layer["size"]))
        elif kind == "UpSampling2D":
            nearest = layer.get("interpolation", "nearest") == "nearest"
            scales = constant(name + "/scales", np.array([1, 1, *layer["size"]]))
            how = {"mode": "nearest", "coordinate_transformation_mode": "asymmetric", "nearest_mode": "floor"} if nearest else {
                "mode": "linear", "coordinate_transformation_mode": "half_pixel"}
            nodes.append(helper.make_node("Resize", [xs[0], "", scales], [plain], **how))
        elif kind == "Add":
            nodes.append(helper.make_node("Add" if len(xs) == 2 else "Sum", xs, [plain]))
        elif kind == "Concatenate":
            nodes.append(helper.make_node("Concat", xs, [plain], axis=1))
        elif kind == "Activation":
            plain = xs[0]
        else:
            sys.exit(f"{kind}: not known here")
        activation = {"linear": None, "relu": "Relu", "sigmoid": "Sigmoid", "tanh": "Tanh", "softmax": "Softmax"}.get(
            layer["activation"], "")
        if activation == "":
            sys.exit(f"{layer['activation']}: not known here")
        if activation:
            nodes.append(helper.make_node(activation, [plain], [name], **({"axis": 1} if activation == "Softmax" else {})))
            plain = name
        names[name] = plain
    sizes = ["n", None, "height", "width"]
    graph = helper.make_graph(
        nodes, "network",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["n", channels, "height", "width"])],
        [helper.make_tensor_value_info(names[output], TensorProto.FLOAT, sizes)], constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8).SerializeToString()


def onnxruntime(folder, threads):
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    # Its threads would else go on looking for work for a while, in the time of the peer that is next.
    options.add_session_config_entry("session.force_spinning_stop", "1")
    session = ort.InferenceSession(onnx_model(folder), options, providers=["CPUExecutionProvider"])

    def run(image):
        return session.run(None, {"image": image[None, None]})[0][0].transpose(1, 2, 0)

    return run, ort.__version__


def worker(kind, folder, threads):
    """Answers the lines of PeerServer's protocol (src/test/java/fovea/infer)."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # libraries may print

    def say(text):
        print(" ".join(str(text).split()), file=answers, flush=True)

    try:
        run, version = {"tensorflow": tensorflow, "onnxruntime": onnxruntime, "pytorch": pytorch}[kind](folder, threads)
        import numpy as np
    except (Exception, SystemExit) as failed:  # whatever it is, the others go on
        say(f"error: {failed}")
        return
    say(f"ok {version}")
    image = None
    for line in sys.stdin:
        words = line.rstrip("\n").split("\t")
        try:
            if words[0] == "check":
                np.save(words[2], run(np.load(words[1])))
                say("ok")
            elif words[0] == "image":
                image = np.random.default_rng(1).random((int(words[1]),) * 2, dtype=np.float32)
                say("ok")
            else:
                start = time.perf_counter()
                run(image)
                say(f"{1000 * (time.perf_counter() - start):.3f}")
        except (Exception, SystemExit) as failed:  # whatever it is, the others go on
            say(f"error: {'' if isinstance(failed, SystemExit) else type(failed).__name__ + ': '}{failed}")


# The driver.


class Failed(Exception):
    """One line that says why a peer gave no result."""


def short(message):
    """An error of any library, in one line of a table."""
    if re.search(r"alloc|memory|\bOOM\b|ResourceExhausted", message, re.IGNORECASE):
        return "out of memory"
    inner = re.search(r"message: (.+?)(, in file|$)", message)  # of TensorFlow, after its traceback
    if inner:
        message = message.split(":")[0] + ": " + inner.group(1)
    message = message.replace("|", "/")
    return message if len(message) <= 160 else message[:157] + "..."


def available():
    """Bytes of memory that are free, in a container those that it may still take; None where the system does not say."""
    try:
        text = pathlib.Path("/proc/meminfo").read_text()
    except OSError:
        return None
    free = int(re.search(r"MemAvailable:\s*(\d+)", text).group(1)) * 1024
    try:
        group = pathlib.Path("/sys/fs/cgroup")
        limit, used = ((group / f"memory.{name}").read_text().strip() for name in ("max", "current"))
        return free if limit == "max" else min(free, int(limit) - int(used))
    except OSError:
        return free


class Setting:
    """What all peers have in common."""

    def __init__(self, args, scratch):
        self.threads = args.threads
        free = available()
        self.memory = int(args.memory * 1e9) if args.memory else int(SPARED * free) if free else None
        self.classpath, self.precision = args.classpath, args.precision
        self.scratch = scratch

    def environment(self, extra):
        threads = str(self.threads)
        return {**os.environ, "TF_NUM_INTRAOP_THREADS": threads, "OMP_NUM_THREADS": threads,
                "CUDA_VISIBLE_DEVICES": "-1", "TF_CPP_MIN_LOG_LEVEL": os.environ.get("TF_CPP_MIN_LOG_LEVEL", "2"), **extra}

    def begin(self, limit):
        """In the new process: as many processors as threads, and a limit to memory; if it runs out, this is what ends."""
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:self.threads])
        if limit and resource and hasattr(resource, "RLIMIT_DATA"):
            resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
        try:
            pathlib.Path("/proc/self/oom_score_adj").write_text("1000")
        except OSError:
            pass

    def java(self, *args):
        return ["sh", "-c", '. scripts/environment && exec java "$@"', "sh", "-Djava.awt.headless=true",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0", "-Dfovea.cache=target/cache",
                f"-XX:ActiveProcessorCount={self.threads}", "-cp", self.classpath, "fovea.infer.PeerServer", *map(str, args)]


class Peer:
    """A process that has a model. The limit to memory is for Python's: Fovea keeps to a budget by itself."""

    def __init__(self, kind, model, setting, extra=()):
        java = kind == "fovea"
        command = (setting.java("serve", model.served, setting.precision) if java else
                   [sys.executable, __file__, "worker", kind, str(model.folder), str(setting.threads)])
        self.log = tempfile.TemporaryFile(dir=setting.scratch)
        self.limit = limit = None if java else setting.memory
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=setting.environment(dict(extra)), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=self.log, text=True, encoding="utf-8", preexec_fn=lambda: setting.begin(limit) if os.name == "posix" else None)
        try:
            self.version = self.answer().removeprefix("ok").strip()
        except BaseException:
            self.close()
            raise

    def ask(self, *words):
        try:
            print(*words, sep="\t", file=self.process.stdin, flush=True)
        except BrokenPipeError:
            pass
        return self.answer()

    def answer(self):
        line = self.process.stdout.readline().strip()
        if not line:
            code = self.process.wait()
            if code == -9:
                raise Failed("out of memory (killed)")
            self.log.seek(0)
            said = self.log.read().decode("utf-8", "replace").strip().splitlines() or ["it said nothing"]
            raise Failed(short(f"ended with {code}: {said[-1]}"))
        if line.startswith("error: "):
            raise Failed(short(line[len("error: "):]))
        return line

    def run(self, seconds, most):
        """Runs for some seconds, at least once; the median in milliseconds."""
        times, end = [], time.monotonic() + seconds
        try:
            while not times or time.monotonic() < end and len(times) < most:
                times.append(float(self.ask("run")))
        except Failed as failed:
            raise Failed(f"{failed}; it may take {self.limit / 1e9:.1f} GB" if self.limit else str(failed)) from failed
        return statistics.median(times)

    def peak(self):
        """Bytes, most that were resident so far; None where the system does not say."""
        try:
            text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
            return int(re.search(r"VmHWM:\s*(\d+)", text).group(1)) * 1024
        except (OSError, AttributeError):
            return None

    def close(self):
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()


class Model:
    """A model inside Fovea, or an architecture with drawn weights, in a folder that every peer can read."""

    def __init__(self, name, setting):
        self.name, self.folder = name, setting.scratch / name
        made = subprocess.run(setting.java("prepare", name, self.folder), cwd=ROOT, env=setting.environment({}),
                              capture_output=True, text=True)
        if made.returncode:
            said = [re.sub(r"^Exception in thread \S+ \S+: ", "", line) for line in made.stderr.splitlines()
                    if "Exception" in line] or made.stderr.splitlines() or ["cannot be prepared"]
            sys.exit(f"scripts/benchmarks --peers: --models: {name}: {said[0]}")
        (taken,) = [layer["shape"] for layer in json.loads((self.folder / "architecture.json").read_text("utf-8"))["layers"]
                    if layer["type"] == "Input"]
        if taken != [None, None, 1]:
            sys.exit(f"scripts/benchmarks --peers: --models: {name}: expected a network for gray images of any size, "
                     f"this takes {' x '.join(str(n or 'any') for n in taken)}")
        inside = (ROOT / "src/main/resources/fovea/models" / f"{name}.zip").exists()
        self.served = name if inside else self.folder / "savedmodel"


def tell(text):
    print(text, file=sys.stderr, flush=True)


def agree(model, kinds, setting):
    """Which peers give what Fovea gives, with the environment that each needs for it."""
    if kinds == ["fovea"]:
        return {"fovea": {}}, {}
    import numpy as np

    source = setting.scratch / f"{model.name}-in.npy"
    np.save(source, np.random.default_rng(7).random((CHECK_SIDE, CHECK_SIDE), dtype=np.float32))
    results, fit, versions = {}, {}, {}

    def result(kind, extra):
        target = setting.scratch / f"{model.name}-{kind}.npy"
        peer = Peer(kind, model, setting, extra)
        try:
            peer.ask("check", source, target)
            versions[kind] = peer.version
            return np.load(target)
        finally:
            peer.close()

    try:
        results["fovea"] = result("fovea", {})
    except Failed as failed:
        sys.exit(f"scripts/benchmarks --peers: {model.name}: Fovea itself: {failed}")
    extent = float(np.ptp(results["fovea"]))
    for kind in kinds:
        if kind == "fovea":
            fit[kind] = {}
            continue
        # Where a virtual machine hides an AMD processor's caches, oneDNN computes wrongly (fovea.device.OneDnn).
        for extra in ({}, {"TF_ENABLE_ONEDNN_OPTS": "0"}) if kind == "tensorflow" else ({},):
            note = ", oneDNN off" if extra else ""
            try:
                given = result(kind, extra)
                if given.shape != results["fovea"].shape:
                    tell(f"{model.name}: {LABELS[kind]}{note}: gave {given.shape}, Fovea {results['fovea'].shape}: left out")
                    continue
                difference = float(np.max(np.abs(given - results["fovea"]))) / extent
            except Failed as failed:
                tell(f"{model.name}: {LABELS[kind]}{note}: {failed}: left out")
                break
            if difference <= TOLERANCE:  # not if it is NaN
                fit[kind] = extra
                tell(f"{model.name}: {LABELS[kind]}{note}: differs from Fovea by {difference:.1e} of the range at most")
                break
            tell(f"{model.name}: {LABELS[kind]}{note}: differs from Fovea by {difference:.1e} of the range, more than "
                 f"{TOLERANCE:g}: left out")
    if len(fit) == 1:
        tell(f"{model.name}: nobody agrees with Fovea")
    return fit, versions


class Side:
    """One model at one size of image."""

    def __init__(self, model, side, fit, setting):
        self.model, self.side, self.fit, self.setting = model, side, fit, setting
        self.alive, self.peaks, self.times, self.failures = {}, {}, {kind: [] for kind in fit}, {}
        self.together = True

    def start(self, kind):
        """A peer that is warm."""
        peer = Peer(kind, self.model, self.setting, self.fit[kind])
        try:
            peer.ask("image", self.side)
            peer.run(WARM_UP, WARM_UPS)
        except BaseException:
            peer.close()
            raise
        return peer

    def part(self):
        """From now on each runs alone, since together they would not have room."""
        self.together = False
        self.end()

    def end(self):
        for peer in self.alive.values():
            peer.close()
        self.alive.clear()

    def keep(self, kind, peer):
        """Peers stay where they have room together."""
        self.peaks[kind] = max(self.peaks.get(kind) or 0, peer.peak() or 0) or None
        if self.together:
            self.alive[kind] = peer
            held = sum(self.peaks[other] or 0 for other in self.alive)
            if self.setting.memory and held > ROOM * self.setting.memory:
                self.part()
        else:
            peer.close()

    def turn(self, kind, measured):
        peer = self.alive.pop(kind, None) or self.start(kind)
        try:
            if measured:
                self.times[kind].append(peer.run(TURN, TURNS))
        except BaseException:
            peer.close()
            raise
        self.keep(kind, peer)

    def one(self, kind, measured=True):
        try:
            try:
                self.turn(kind, measured)
            except Failed:
                if not self.alive:
                    raise
                self.part()  # maybe the others hold what it needs
                self.turn(kind, measured)
        except Failed as failed:
            self.failures[kind] = str(failed)
            self.tell(f"{LABELS[kind]}: {failed}")

    def tell(self, text):
        tell(f"{self.model.name}, {self.side} x {self.side}: {text}")

    def measure(self, rounds):
        try:
            for kind in self.fit:
                self.tell(f"{LABELS[kind]}: warming up")
                self.one(kind, measured=False)
            for number in range(rounds):
                kinds = [kind for kind in self.fit if kind not in self.failures]
                first = number % len(kinds) if kinds else 0
                for kind in kinds[first:] + kinds[:first]:
                    self.one(kind)
                self.tell(f"round {number + 1} of {rounds}: " + ", ".join(
                    f"{LABELS[kind]} {self.times[kind][-1]:.0f} ms" for kind in kinds if kind not in self.failures))
        finally:
            self.end()

    def cell(self, kind):
        if kind not in self.fit:
            return "left out"
        if kind in self.failures:
            return self.failures[kind]
        times, peak = self.times[kind], self.peaks[kind]
        return (f"{statistics.median(times):.0f} ms ({min(times):.0f} to {max(times):.0f})"
                + (f", {peak / 1e9:.1f} GB" if peak else ""))

    def ratio(self):
        medians = {kind: statistics.median(times) for kind, times in self.times.items()
                   if times and kind not in self.failures}
        own = medians.pop("fovea", None)
        if own is None or not medians:
            return "-"
        fastest = min(medians, key=medians.get)
        return f"{own / medians[fastest]:.2f} ({LABELS[fastest]})"

    def row(self, kinds):
        return " | ".join(["", f"`{self.model.name}`", f"{self.side}", *(self.cell(kind) for kind in kinds), self.ratio(), ""]).strip()


def processor():
    try:
        text = pathlib.Path("/proc/cpuinfo").read_text()
        return re.search(r"model name\s*:\s*(.*)", text).group(1).strip()
    except (OSError, AttributeError):
        return platform.processor() or platform.machine()


def heading(args, versions):
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
    java = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr.splitlines()
    load = f", load {os.getloadavg()[0]:.1f} before" if hasattr(os, "getloadavg") else ""
    print(f"{datetime.date.today()}, {processor()}, {args.threads} threads{load}, {args.rounds} round{'s'[:args.rounds > 1]}"
          + (", Fovea at precision=fast" if args.precision == "fast" else "") + ". " + ", ".join([
              f"Fovea {commit.stdout.strip() or 'without git'} ({java[0] if java else 'Java'})",
              f"Python {platform.python_version()}",
              *(f"{LABELS[kind]} {versions[kind]}" for kind in LABELS if versions.get(kind))]) + ".")
    print("Median of the rounds (least to largest), peak resident memory of the process. Fovea's time is the whole path of an 8-bit image: "
          "percentiles, normalization, tiles, copies, result image. The others' is from a normalized float32 array to the "
          "result array, in one piece, without any of that, which is in their favor.")
    print()


def table(args, versions, results):
    """Prints rows as they come, so that a run that is ended leaves what it has."""
    head = ["model", "side", *(LABELS[kind] for kind in args.kinds), "Fovea / fastest"]
    started = False
    for side in results:
        if not started:
            heading(args, versions)
            print("| " + " | ".join(head) + " |")
            print("|" + "---|" * len(head))
            started = True
        print(side.row(args.kinds), flush=True)


def numbers(text):
    values = [int(word) for word in text.split(",")]
    for value in values:
        if value < STEP or value % STEP:
            raise argparse.ArgumentTypeError(f"expected multiples of {STEP}, got {value}")
    return values


def positive(text):
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"expected at least 1, got {value}")
    return value


def arguments():
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    parser = argparse.ArgumentParser(
        prog="scripts/benchmarks --peers", description=__doc__.splitlines()[0],
        epilog="Sides are multiples of 32. PYTHON is the Python to use, with what is installed there.")
    parser.add_argument("--models", default="nuclei,denoise,fcn-small,cae-strided",
                        help="names of models inside Fovea, or of architectures, which get drawn weights (default: %(default)s)")
    parser.add_argument("--sides", type=numbers, default="1024,2048,8192", help="in pixels (default: %(default)s)")
    parser.add_argument("--rounds", type=positive, default=5, help="default: %(default)s")
    parser.add_argument("--precision", choices=("full", "fast"), default="full",
                        help="Fovea's; the others are always at full precision (default: %(default)s)")
    parser.add_argument("--threads", type=positive, default=processors, help="of each peer (default: %(default)s)")
    parser.add_argument("--memory", type=float, help="GB that each peer in Python may have (default: what is free)")
    parser.add_argument("--only", default=",".join(LABELS), help="peers (default: %(default)s)")
    parser.add_argument("--classpath", required=True, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.threads > processors:
        parser.error(f"--threads: expected at most {processors}, got {args.threads}")
    args.kinds = [kind for kind in LABELS if kind in args.only.split(",")]
    unknown = set(args.only.split(",")) - set(LABELS)
    if unknown:
        parser.error(f"--only: expected some of {', '.join(LABELS)}, got {', '.join(sorted(unknown))}")
    return args


def installed(kinds):
    present = []
    for kind in kinds:
        missing = [name for name in PACKAGES[kind] if importlib.util.find_spec(name) is None]
        if missing:
            tell(f"{LABELS[kind]}: left out, not installed: pip install {' '.join(missing)}")
        else:
            present.append(kind)
    return present


def main():
    if sys.argv[1:2] == ["worker"]:
        worker(sys.argv[2], pathlib.Path(sys.argv[3]), int(sys.argv[4]))
        return
    args = arguments()
    args.kinds = installed(args.kinds)
    versions = {}
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="fovea-peers-"))

    def results():
        setting = Setting(args, scratch)
        for name in args.models.split(","):
            model = Model(name, setting)
            fit, found = agree(model, args.kinds, setting)
            versions.update(found)
            for pixels in args.sides:
                side = Side(model, pixels, fit, setting)
                side.measure(args.rounds)
                yield side

    try:
        table(args, versions, results())
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main()
