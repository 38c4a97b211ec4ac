// CPU seconds spent by a process with its reaped children, and by a PostgreSQL cluster with all of its processes (Linux).
import { readFileSync, readdirSync } from 'node:fs';

function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
    return { parent: fields[1], own: (fields[11] + fields[12]) / 100, children: (fields[13] + fields[14]) / 100 };
  } catch {
    return undefined;
  }
}

export function cpuOfProcess(pid) {
  const found = stat(pid);
  return found ? found.own + found.children : 0;
}

export function cpuOfCluster(pidFile) {
  const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const backends = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(stat)
    .filter((found) => found?.parent === postmaster);
  return cpuOfProcess(postmaster) + backends.reduce((sum, found) => sum + found.own, 0);
}
