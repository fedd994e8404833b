import type { Action } from "#domain/acts";
import type { KeptFigure } from "#domain/registers/policy-map/figures";
import type { Draft } from "#domain/registers/reviews/item";
import { type AllHandlers, type Asked, actRoute, performed } from "../acts/act.ts";
import type { Caller } from "../base/caller.ts";
import { importRoute } from "../imports/import-route.ts";
import { undoing } from "../imports/undo.ts";
import { actions } from "./actions/register.ts";
import { audits } from "./audits/register.ts";
import { cctv } from "./cctv/register.ts";
import { clinic } from "./clinic/register.ts";
import { consent } from "./consent/register.ts";
import { disclosures } from "./disclosures/register.ts";
import { events } from "./events/register.ts";
import { exceptions } from "./exceptions/register.ts";
import { holds } from "./holds/register.ts";
import { requireInUse, usedOf } from "./in-use.ts";
import { incidents } from "./incidents/register.ts";
import { saidOf } from "./objections/gives.ts";
import { objections } from "./objections/register.ts";
import { people } from "./people/register.ts";
import { policyMap } from "./policy-map/register.ts";
import { projects } from "./projects/register.ts";
import type { Counting, Figure, Reviewing, ServerRegister } from "./register.ts";
import { releases } from "./releases/register.ts";
import { requests } from "./requests/register.ts";
import { retention } from "./retention/register.ts";
import { reviews } from "./reviews/register.ts";
import { suppliers } from "./suppliers/register.ts";
import { training } from "./training/register.ts";

/** Every register there is, in the order in which an evidence pack lists them. */
const all = [
  people,
  events,
  incidents,
  actions,
  reviews,
  training,
  holds,
  requests,
  disclosures,
  projects,
  releases,
  consent,
  exceptions,
  objections,
  cctv,
  suppliers,
  audits,
  policyMap,
  retention,
  clinic,
] as const;
export const registers: readonly ServerRegister[] = all;

/** Those that the clinic uses. */
export const registersInUse = (app: pb.App): readonly ServerRegister[] => usedOf(app, registers);

/** How what came from a file is undone, whichever register it came into. */
const undo = undoing(registers.flatMap((one) => one.imports ?? []));
/** `POST /import`, into registers that the clinic uses. */
export const imports = importRoute((app) => registersInUse(app).flatMap((one) => one.imports ?? []));

type KeysOf<Each> = Each extends unknown ? keyof Each : never;
/** Does not compile while an act has no handler. */
const handlers: Action extends KeysOf<(typeof all)[number]["acts"] | typeof undo> ? AllHandlers : never =
  Object.assign({}, undo, ...all.map(({ acts }) => acts));

const requireUsed = (app: pb.App, action: Action): void => requireInUse(app, registers, action);

/** `POST /act` of every register. */
export const act = actRoute(handlers, requireUsed);

/** Does what somebody asks, if they may: as the act route does, for what runs inside the server. */
export const perform = (app: pb.App, actor: Caller, asked: Asked) => performed(handlers, app, actor, asked);

/** What the registers bring onto the weekly review's agenda. */
export const agenda = (reviewing: Reviewing): Draft[] =>
  registersInUse(reviewing.app).flatMap((one) => one.agenda?.(reviewing) ?? []);

/** What the registers count. */
export const figures = (counting: Counting): Figure[] =>
  registersInUse(counting.app).flatMap((one) => one.figures?.(counting) ?? []);

/** What the registers have a figure for, that a policy may promise. */
export const keptFigures = (app: pb.App, nowMs: number): KeptFigure[] =>
  registersInUse(app).flatMap((one) => one.keeps?.(app, nowMs) ?? []);

/** What the registers do for the ledger. */
export const offers = {
  hides: (app: pb.App, person: Caller): readonly string[] =>
    registers.flatMap((one) => one.hides?.(app, person) ?? []),
  guards: (app: pb.App, traces: readonly string[]): readonly string[] =>
    registers.flatMap((one) => one.guards?.(app, traces) ?? []),
  stored(tx: pb.App, traces: readonly string[], fresh?: ReadonlySet<number>): void {
    for (const one of registers) one.stored?.(tx, traces, fresh);
  },
  said: saidOf,
};
