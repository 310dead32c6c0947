/** How something was before or after: whatever JSON can hold. */
export type AuditValue = object | string | number | boolean | null;
