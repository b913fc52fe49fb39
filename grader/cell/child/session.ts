/** @file One job in an instance: load the student's module, run its cases one by one, each on a budget. */
import { type QuickJSHandle, Scope } from "quickjs-emscripten-core";
import type { Job, Outcome } from "../../runner.ts";
import { STUDENT_FILE, type Thrown } from "../thrown.ts";
import { Budget } from "./budget.ts";
import { moduleText } from "./gradbook.ts";
import type { Instance } from "./instance.ts";

const MOST_AWAITS = 1000;

type Stopped = Extract<Outcome, { stopped: unknown }>;
type Threw = Extract<Outcome, { threw: unknown }>;
type Loading = { readonly loaded: true } | { readonly refused: Thrown } | Stopped;

export class Session {
  /** False once the instance must not be used again. */
  healthy = true;
  /** The most polls that one case has taken. */
  fuelUsed = 0;
  private readonly instance: Instance;
  private readonly job: Job;
  private readonly budget: Budget;
  private readonly call: QuickJSHandle;
  private readonly kit: QuickJSHandle;
  private student: QuickJSHandle | undefined;

  /** Its handles are never disposed of: with the job, the memory that they are in is put back. */
  constructor(instance: Instance, job: Job, fuel: number) {
    this.instance = instance;
    this.job = job;
    this.budget = new Budget(fuel, job.wallMs);
    instance.reset(job.student);
    instance.runtime.setModuleLoader(
      (name) =>
        moduleText(name, job) ?? {
          error: new Error(`import of "${name.slice(0, 80)}": only "gradbook" can be imported here`),
        },
      (_from, name) => name,
    );
    this.call = this.vm.unwrapResult(this.vm.evalCode(job.call, "call.js"));
    this.kit = this.asksForKit() ? instance.kit : this.vm.undefined;
  }

  private get vm() {
    return this.instance.vm;
  }

  /** Whether what stopped it costs too much to be met again: natives that hardly poll, or a memory full. */
  get costly(): boolean {
    return this.budget.late || this.instance.full;
  }

  /** Each case has a kit of its own, and most calls have no third parameter. */
  private asksForKit(): boolean {
    return this.vm.getProp(this.call, "length").consume((length) => this.vm.getNumber(length) > 2);
  }

  /** Text that one of our functions inside returns. */
  private ask(name: "run" | "describe" | "printed", ...given: QuickJSHandle[]): string {
    return Scope.withScope((scope) => {
      const fn = scope.manage(this.vm.getProp(this.instance.inside, name));
      const result = this.vm.callFunction(fn, this.vm.undefined, ...given);
      return this.vm.getString(scope.manage(this.vm.unwrapResult(result)));
    });
  }

  /** Runs the module's top level on a budget of its own, and finds the names the exercise asks for. */
  load(code: string): Loading {
    const loading = this.guarded<Loading>(() => {
      this.instance.runtime.setInterruptHandler(this.budget.poll);
      const result = this.vm.evalCode(code, STUDENT_FILE, { type: "module" });
      if (result.error) return this.failure(result.error);
      return this.settled(result.value);
    });
    return "threw" in loading ? { refused: loading.threw } : loading;
  }

  /** A module is a promise of its exports where it has a top-level await. */
  private settled(module: QuickJSHandle): Loading {
    let state = this.vm.getPromiseState(module);
    if (state.type === "pending") {
      this.instance.runtime.executePendingJobs(MOST_AWAITS).dispose();
      state = this.vm.getPromiseState(module);
    }
    if (state.type === "pending") return { refused: { name: "", message: "a top-level await never ends" } };
    if (state.type === "rejected") return this.failure(state.error);
    this.student = state.notAPromise ? module : state.value;
    for (const name of this.job.exports) {
      if (this.vm.typeof(this.vm.getProp(this.student, name)) === "undefined")
        return { refused: { name: "", message: `nothing named ${name} is exported` } };
    }
    return { loaded: true };
  }

  private failure(thrown: QuickJSHandle): Loading {
    if (this.budget.spent) return this.stop("time");
    const read = JSON.parse(this.ask("describe", thrown)) as Thrown;
    if (read.name === "InternalError" && read.message === "out of memory") return this.stop("memory");
    return { refused: read };
  }

  run(input: unknown): Outcome {
    return this.guarded<Outcome>(() => {
      const { student, call, kit } = this;
      if (!student) throw new Error("the module is not loaded");
      const inputs = this.vm.newString(JSON.stringify([input]));
      const [outcome] = inputs.consume((text) => JSON.parse(this.ask("run", student, call, kit, text))) as [
        Outcome,
      ];
      this.fuelUsed = Math.max(this.fuelUsed, this.budget.polls);
      if ("stopped" in outcome) return this.stop(outcome.stopped);
      return this.starved(outcome) ? this.stop("memory") : outcome;
    });
  }

  /** Without room for an error object the engine throws null instead. */
  private starved(outcome: Outcome): boolean {
    return "threw" in outcome && outcome.threw.message === "threw null" && this.instance.full;
  }

  printed(): string {
    try {
      this.budget.renew();
      return this.healthy ? (JSON.parse(this.ask("printed")) as string) : "";
    } catch {
      this.healthy = false;
      return "";
    }
  }

  private stop(stopped: Stopped["stopped"]): Stopped {
    this.healthy = false;
    return { stopped };
  }

  /** On a fresh budget; whatever the engine itself throws or answers becomes an outcome too. */
  private guarded<T>(work: () => T): T | Stopped | Threw {
    this.budget.renew();
    try {
      const done = work();
      return this.budget.spent ? this.stop("time") : done;
    } catch (error) {
      this.healthy = false;
      if (this.budget.spent) return this.stop("time");
      if (error instanceof RangeError)
        return { threw: { name: "RangeError", message: "it calls itself too deeply" } };
      return this.stop(this.instance.full ? "memory" : "crash");
    }
  }

  /** Whether the instance may be used again. */
  get reusable(): boolean {
    return this.healthy && !this.instance.grown;
  }
}
