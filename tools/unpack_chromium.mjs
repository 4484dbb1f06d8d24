// Unpacks the browser of @sparticuz/chromium into TMPDIR, which its own code does for one cloud only in full.
import chromium, { inflate } from "@sparticuz/chromium";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";

const bin = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..", "bin");
await chromium.executablePath(bin);
await inflate(join(bin, "al2023.tar.br"));
