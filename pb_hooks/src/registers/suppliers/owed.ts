import { policy } from "#domain/policy";
import { type OwedRow, otherRow } from "#domain/work/desk";
import { endOfDay } from "../../base/time-zone.ts";
import { clinicTime } from "../../clinic/clinic-time.ts";
import type { Laying } from "../register.ts";
import { suppliersWhere } from "./rows.ts";

/** Most rows that suppliers bring onto the desk. */
const most = 200;

/** Checks that are late or fall due soon, and terms that somebody who works on our word has not given. */
export function rowsOfSuppliers({ app, nowMs, zone }: Laying): OwedRow[] {
  const { date } = clinicTime(app);
  const soon = date(nowMs + policy.supplierCheckSoon.amount * 86_400_000);
  const due = suppliersWhere(app, "state = 'in-use' AND nextCheck <= {:soon}", { soon }, most);
  const without = suppliersWhere(app, "state = 'in-use' AND termsLeft > 0", {}, most);
  return [
    ...due.map(({ id, name, nextCheck, holder }) =>
      otherRow({
        key: `suppliers:check:${id}`,
        text: `Check the supplier ${name}`,
        due: endOfDay(zone, nextCheck),
        with: [holder],
        page: `/suppliers?open=${id}`,
      }),
    ),
    ...without.map(({ id, name, holder }) =>
      otherRow({
        key: `suppliers:terms:${id}`,
        text: `Get Art. 28 terms from ${name}`,
        due: "",
        with: [holder],
        page: `/suppliers?open=${id}`,
      }),
    ),
  ];
}
