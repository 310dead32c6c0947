import { config } from 'zod';

// The content security policy forbids code made at run time, by which zod would otherwise speed up its parsers. It tries
// that as soon as a schema is made: so this file is the first to be imported.
config({ jitless: true });
