import { expect, test } from "vitest";
import { fileTypeOf } from "#domain/registers/incidents/file-type";

test.each([
  ["%PDF-1.7", "application/pdf"],
  ["\x89PNG\r\n\x1a\n....", "image/png"],
  ["\xff\xd8\xff\xe0", "image/jpeg"],
  ["PK\x03\x04", "application/zip"],
  ["RIFF....WEBPVP8 ", "image/webp"],
  ["\0\0\0\x18ftypmp42", "video/mp4"],
  ["<!DOCTYPE html>", "text/html"],
  ["\xef\xbb\xbf  <html>", "text/html"],
  ["<!-- a --> <script>", "text/html"],
  ['<?xml version="1.0"?>\n<svg xmlns="x">', "text/html"],
  ["A letter.\nOf two lines.", "text/plain"],
  ["MZ\x90\0", "application/octet-stream"],
  ["", "application/octet-stream"],
])("%j", (head, mime) => expect(fileTypeOf(head).mime).toBe(mime));
