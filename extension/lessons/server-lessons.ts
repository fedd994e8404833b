import { type BrowserLesson, browserLesson, dueLessons } from "#domain/registers/training/in-browser";
import type { LessonAnswer, LessonsAnswer, LessonTaken } from "../answers.ts";
import type { MessageData } from "../messages.ts";
import { currentPairing } from "../pairing/pairing.ts";
import { callServer } from "../pairing/server.ts";
import { lessonPicture } from "./file.ts";
import { saidIn } from "./said.ts";
import { lessonWords } from "./words.ts";

/** What is due to a person, as the server knows it: nothing of it is kept here. */
export async function readLessons({ user }: MessageData<"lessons">): Promise<LessonsAnswer> {
  const pairing = await currentPairing.get();
  if (!pairing) return { known: false, said: lessonWords.notPaired };
  const reply = await callServer(pairing.server, `browser-lessons?user=${user}`, { token: pairing.token });
  const answer = dueLessons.safeParse(reply.kind === "answer" && reply.status === 200 ? reply.body : null);
  return answer.success
    ? { known: true, lessons: answer.data.lessons }
    : { known: false, said: saidIn(reply) };
}

/** One lesson with its picture, as the address of its data; '' where it has none that can be shown here. */
export async function readLesson({ user, course }: MessageData<"lesson">): Promise<LessonAnswer> {
  const pairing = await currentPairing.get();
  if (!pairing) return { known: false, said: lessonWords.notPaired };
  const query = `user=${user}&course=${course}`;
  const reply = await callServer(pairing.server, `browser-lesson?${query}`, { token: pairing.token });
  const answer = browserLesson.safeParse(reply.kind === "answer" && reply.status === 200 ? reply.body : null);
  if (!answer.success) return { known: false, said: saidIn(reply) };
  const taught: BrowserLesson = answer.data;
  const picture = taught.picture ? await lessonPicture(pairing, `browser-lesson-picture?${query}`) : "";
  return { known: true, taught, picture };
}

/** Somebody's answers go to the server, which judges them. */
export async function takeLesson(taken: MessageData<"lesson-take">): Promise<LessonTaken> {
  const pairing = await currentPairing.get();
  if (!pairing) return { taken: false, said: lessonWords.notPaired };
  const reply = await callServer(pairing.server, "browser-lesson", {
    method: "POST",
    token: pairing.token,
    body: taken,
  });
  if (reply.kind === "answer" && reply.status === 200) return { taken: true };
  const said = reply.kind === "answer" && reply.status === 429 ? lessonWords.tooMany : saidIn(reply);
  return { taken: false, said };
}
