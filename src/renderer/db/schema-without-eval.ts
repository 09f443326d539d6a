import { z } from 'zod'

// The content security policy forbids code made from text. zod would try it once and leave a report in the console.
// This module is imported before any schema, since each schema decides when it is made.
z.config({ jitless: true })
