import { type ChildProcess, spawn } from "node:child_process";

/** A program that runs with all that it starts in a group of its own. */
export interface Program {
  readonly process: ChildProcess;
  /** Ends the whole group at once. */
  end(): void;
}

/** Starts a program. It ends at the latest with this process. */
export function start(
  command: string,
  args: readonly string[],
  stdio: ("ignore" | "pipe")[],
  env: NodeJS.ProcessEnv = {},
): Program {
  const child = spawn(command, args, { stdio, detached: true, env: { ...process.env, ...env } });
  const end = (): void => {
    process.off("exit", end);
    try {
      // A browser is many processes, which do not all end with the first of them.
      if (child.pid) process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended already.
    }
  };
  process.on("exit", end);
  return { process: child, end };
}
