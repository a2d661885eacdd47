// Generated from openapi/accounts.yaml by npm run generate. Change the document instead.

export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show name and version of the server
         * @description Which program answers here, in which version. Clients ask for it to see whether the server is there.
         */
        get: operations["getServerInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the caller's account
         * @description The account that the session belongs to. Clients ask for it to find out whether a session still lives.
         */
        get: operations["getAccount"];
        put?: never;
        /**
         * Make an account
         * @description Makes an account and signs it in. The e-mail address must be nobody's, whatever its case; of two that register one address at once, one gets it. Where an invite is required, its code is looked at first, and the same code given twice at once lets one in. Where none is required, a code that could be used is, and any other is ignored. An `Authorization` header is ignored.
         */
        post: operations["registerAccount"];
        /**
         * Delete the caller's account
         * @description Deletes the account with everything that the person has here, at once and for good, and ends all of its sessions. The e-mail address is free again; a used invite stays used. The password is not asked for, and a body is ignored.
         */
        delete: operations["deleteAccount"];
        options?: never;
        head?: never;
        /**
         * Change name and e-mail address
         * @description Sets both, so both are required, even if only one of them is to change. The e-mail address must be nobody else's; the caller's own, in the same case or in another, is none.
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/v1/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in
         * @description Makes a new session; of those made before, 99 keep living. The e-mail address may be written in any case. Whether it or the password was wrong is not told, neither in words nor by the time taken. What could not be registered is malformed, not wrong. An `Authorization` header is ignored.
         */
        post: operations["signInAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how to register
         * @description What a client shows before anybody is signed in. It stays the same as long as the server runs.
         */
        get: operations["getAccountsConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A program and its version. */
        ServerInfo: {
            /** @description The program. */
            name: string;
            /** @description Its version (semantic versioning 2.0). */
            version: string;
        };
        /** @description How to register. */
        AccountsConfig: {
            /** @description Whether an invite is required to register. */
            invite_required: boolean;
        };
        /** @description The name that is shown, of 1 to 255 characters, whichever they are. It need not be unique. */
        Name: string;
        /** @description An e-mail address without a display name: at most 64 characters of ASCII before the at sign, behind it a domain, with or without a dot and in any script, or an IP address in brackets. It is kept as it is written. */
        Email: string;
        /** @description The password, of 8 to 255 characters, whichever they are. */
        Password: string;
        /** @description An account to be made. */
        Registration: {
            name: components["schemas"]["Name"];
            email: components["schemas"]["Email"];
            password: components["schemas"]["Password"];
            /** @description The code of an invite. Null is as good as nothing. */
            invite?: string | null;
        };
        /** @description What an account is to be. */
        AccountChange: {
            name: components["schemas"]["Name"];
            email: components["schemas"]["Email"];
        };
        /** @description The e-mail address and the password of an account. */
        SignIn: {
            email: components["schemas"]["Email"];
            password: components["schemas"]["Password"];
        };
        /**
         * Format: int64
         * @description Milliseconds since the beginning of 1970 in UTC.
         */
        Milliseconds: number;
        /** @description A session, as it is shown once. */
        Session: {
            /**
             * Format: uuid
             * @description The id, which is a secret. Whoever has it is signed in.
             */
            id: string;
            /**
             * Format: uuid
             * @description The account.
             */
            user_id: string;
            /** @description When the session was made. */
            created_at: components["schemas"]["Milliseconds"];
            /** @description When it was last used. */
            accessed_at: components["schemas"]["Milliseconds"];
            /** @description The IPv4 or IPv6 address from which the request came, as far as proxies can be trusted. */
            ip_address: string;
            /** @description What the client called itself. */
            user_agent: string;
        };
        /** @description An account, as its owner sees it. */
        User: {
            /**
             * Format: uuid
             * @description The account.
             */
            id: string;
            /** @description When it was made. */
            created_at: components["schemas"]["Milliseconds"];
            /** @description The name that is shown. */
            name: string;
            /** @description The e-mail address, as it was written. */
            email: string;
            /** @description The code by which the person came, or null. */
            invite: string | null;
        };
        /** @description What went wrong. */
        Error: {
            /**
             * @description The reason, for programs.
             * @enum {string}
             */
            code: "BadRequest" | "EmailAlreadyInUse" | "InternalServerError" | "InvalidPassword" | "InviteNotFound" | "NotAcceptable" | "PayloadTooLarge" | "SessionNotFound" | "TooManyRequests" | "Unauthorized" | "UnsupportedMediaType";
            /** @description The reason, for people. It is always the same for one code. */
            message: string;
        };
        /** @description One rule that the request broke, and where. */
        BrokenRule: {
            /**
             * Format: json-pointer
             * @description JSON Pointer to the value at fault: `/body` and on into the body, or `/query/<name>`, `/header/<name>` and `/cookie/<name>` for a parameter.
             */
            pointer: string;
            /** @description The rule in words. */
            detail: string;
        };
        /** @description An error as RFC 9457 has it. Every API sends it instead of its own shape to a client whose `Accept` names `application/problem+json`. */
        Problem: {
            /**
             * Format: uri-reference
             * @description The kind of problem. `about:blank` says that the status alone names it.
             */
            type: string;
            /** @description The status in words. */
            title: string;
            /**
             * Format: int32
             * @description The status of the answer, repeated for readers who see only the body.
             */
            status: number;
            /** @description What went wrong this time, in a sentence that may be shown to a person. */
            detail: string;
            /**
             * Format: uri-reference
             * @description The path that was asked for.
             */
            instance?: string;
            /** @description The rules that the request broke, as far as it was looked at. Only of bad input. */
            errors?: components["schemas"]["BrokenRule"][];
        };
    };
    responses: {
        /** @description The body is not JSON, or breaks a rule. */
        BadRequest: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no session id, or it is not ASCII. */
        Unauthorized: {
            headers: {
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody has this e-mail address and this password. */
        InvalidPassword: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No living session has this id. */
        SessionNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description An invite is required, and its code is missing, unknown, used, revoked or too old. */
        InviteNotFound: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Somebody has this e-mail address, perhaps in another case. */
        EmailAlreadyInUse: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description None of the media types of any answer is allowed by `Accept`. */
        NotAcceptable: {
            headers: {
                "ratelimit-limit"?: components["headers"]["RateLimitLimitIfCounted"];
                "ratelimit-remaining"?: components["headers"]["RateLimitRemainingIfCounted"];
                "ratelimit-reset"?: components["headers"]["RateLimitResetIfCounted"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than 64 KiB. */
        PayloadTooLarge: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not JSON, in another charset than UTF-8, or compressed. */
        UnsupportedMediaType: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A limit is used up. Nothing was done; try again after `Retry-After`. */
        TooManyRequests: {
            headers: {
                "ratelimit-limit": components["headers"]["RateLimitLimit"];
                "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                "ratelimit-reset": components["headers"]["RateLimitReset"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of the server. Whether anything was done is not known. */
        InternalServerError: {
            headers: {
                "ratelimit-limit"?: components["headers"]["RateLimitLimitIfCounted"];
                "ratelimit-remaining"?: components["headers"]["RateLimitRemainingIfCounted"];
                "ratelimit-reset"?: components["headers"]["RateLimitResetIfCounted"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description What the client calls itself, kept with the session. From the 256th character on it is cut off; without the header, or if it is not ASCII, `unknown` is kept.
         * @example ephemeride/0.1.0
         */
        UserAgent: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description How many requests fit into the window. Absent if the request ended before it was counted.
         * @example 10
         */
        RateLimitLimitIfCounted: number;
        /**
         * @description How many further requests would be let through at once. Absent if the request ended before it was counted.
         * @example 9
         */
        RateLimitRemainingIfCounted: number;
        /**
         * @description Whole seconds until the next request is free, 0 while any remain. Absent if the request ended before it was counted.
         * @example 0
         */
        RateLimitResetIfCounted: number;
        /**
         * @description The challenge (RFC 9110, section 11.6.1), naming the scheme that would be accepted.
         * @example Bearer realm="guildhall"
         */
        WwwAuthenticate: string;
        /**
         * @description How many requests fit into the window.
         * @example 10
         */
        RateLimitLimit: number;
        /**
         * @description How many further requests would be let through at once; all of them where the limits are lifted.
         * @example 9
         */
        RateLimitRemaining: number;
        /**
         * @description Whole seconds until the next request is free, 0 while any remain.
         * @example 0
         */
        RateLimitReset: number;
        /**
         * @description Whole seconds after which the same request would be let through.
         * @example 6
         */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getServerInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerInfo"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["SessionNotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalServerError"];
        };
    };
    registerAccount: {
        parameters: {
            client: { address: string; isSecure: boolean };
            query?: never;
            header?: {
                /**
                 * @description What the client calls itself, kept with the session. From the 256th character on it is cut off; without the header, or if it is not ASCII, `unknown` is kept.
                 * @example ephemeride/0.1.0
                 */
                "User-Agent"?: components["parameters"]["UserAgent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description The account is made. Its first session. */
            201: {
                headers: {
                    "ratelimit-limit": components["headers"]["RateLimitLimit"];
                    "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                    "ratelimit-reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["InviteNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["EmailAlreadyInUse"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account is gone. There is no content. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["SessionNotFound"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            /** @description The account is changed. There is no content. */
            204: {
                headers: {
                    "ratelimit-limit": components["headers"]["RateLimitLimit"];
                    "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                    "ratelimit-reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["SessionNotFound"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["EmailAlreadyInUse"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    signInAccount: {
        parameters: {
            client: { address: string; isSecure: boolean };
            query?: never;
            header?: {
                /**
                 * @description What the client calls itself, kept with the session. From the 256th character on it is cut off; without the header, or if it is not ASCII, `unknown` is kept.
                 * @example ephemeride/0.1.0
                 */
                "User-Agent"?: components["parameters"]["UserAgent"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Logged in. The new session. */
            201: {
                headers: {
                    "ratelimit-limit": components["headers"]["RateLimitLimit"];
                    "ratelimit-remaining": components["headers"]["RateLimitRemaining"];
                    "ratelimit-reset": components["headers"]["RateLimitReset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["InvalidPassword"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getAccountsConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How to register. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountsConfig"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalServerError"];
        };
    };
}

export interface security {
    getServerInfo: never;
    getAccount: 'accountsSession';
    registerAccount: never;
    deleteAccount: 'accountsSession';
    updateAccount: 'accountsSession';
    signInAccount: never;
    getAccountsConfig: never;
}
