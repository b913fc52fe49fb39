/** @file What one case may cost. */

/** Polls of the interpreter, the same number on every machine; and CPU time, for natives that hardly poll. */
export class Budget {
  polls = 0;
  spent = false;
  /** Spent by time alone: natives that hardly poll. */
  late = false;
  private end: number | undefined;
  private readonly fuel: number;
  private readonly cpuMs: number;

  constructor(fuel: number, cpuMs: number) {
    this.fuel = fuel;
    this.cpuMs = cpuMs;
  }

  private static cpu(): number {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }

  renew(): void {
    this.polls = 0;
    this.spent = false;
    this.late = false;
    this.end = undefined;
  }

  readonly poll = (): boolean => {
    this.polls++;
    const now = Budget.cpu();
    this.end ??= now + this.cpuMs;
    this.late ||= now > this.end;
    this.spent ||= this.late || this.polls > this.fuel;
    return this.spent;
  };
}
