// Generated from openapi/pomodoro.yaml by npm run generate. Change the document instead.

export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with GitHub
         * @description Answers a new token for the GitHub user whose access token is sent; tokens given out before keep working. At the first time it makes the user here, with name, e-mail address and picture as GitHub has them. Later sign-ins change nothing of that: people are known again by GitHub's immutable number. No scope is needed. An `Authorization` header is ignored.
         */
        post: operations["createPomodoroSession"];
        /**
         * Sign out everywhere
         * @description Ends every token of the caller, the one in use included, on all devices. A body is ignored.
         */
        delete: operations["deletePomodoroSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the caller
         * @description The caller's settings, and how many tomatoes the caller completed since midnight, since Monday and since the first of the month, each as it is in the zone of the request.
         */
        get: operations["getPomodoroUser"];
        /**
         * Change the caller's settings
         * @description The same as `PATCH`: it changes what is given and leaves the rest, whatever the method's name promises. Either all that is given is stored or nothing.
         */
        put: operations["replacePomodoroUser"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change some of the caller's settings
         * @description Changes what is given and leaves the rest. Either all that is given is stored or nothing. `updated_at` moves only if something is different afterwards. Times and counters of the answer are still in the zone from before the change.
         */
        patch: operations["updatePomodoroUser"];
        trace?: never;
    };
    "/api/tomatoes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the caller's tomatoes
         * @description The latest first; of two from the same millisecond, the one with the greater id.
         *
         *     `from` and `to` are read as generously as people write dates: `2016-10-02`, `20161002`, `2016/10/2`, `2 Oct
         *     2016`, `02/10/2016` (the day first), with or without a time, with other text around. Without an offset they are
         *     in the zone of the request; a `+` has to be sent as `%2B`. A text without any date is as if it were not there.
         */
        get: operations["listTomatoes"];
        put?: never;
        /**
         * Record a tomato
         * @description Records that the caller has just completed a pomodoro. It is refused while the caller's latest tomato is less than 25 minutes old, with the time that remains; of many requests at once, one succeeds. The tomato counts on all four leaderboards.
         */
        post: operations["createTomato"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tomatoes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id, in either case.
                 * @example 57f9c9187c8402dd306d1c88
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Show one of the caller's tomatoes
         * @description One tomato. That of another person is not found, just as one that never was.
         */
        get: operations["getTomato"];
        /**
         * Change a tomato's tags
         * @description The same as `PATCH`: it puts the given tags in place of all that the tomato has.
         */
        put: operations["replaceTomato"];
        post?: never;
        /**
         * Delete a tomato
         * @description Deletes one of the caller's tomatoes, and takes its point from the leaderboards whose period holds it. If it was the latest, another may be recorded at once. A second time it is not found.
         */
        delete: operations["deleteTomato"];
        options?: never;
        head?: never;
        /**
         * Replace a tomato's tags
         * @description Puts the given tags in place of all that the tomato has, however old it is. `created_at` never changes, and `updated_at` only if the tags do.
         */
        patch: operations["updateTomato"];
        trace?: never;
    };
    "/api/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the caller's projects
         * @description The latest first; of two from the same millisecond, the one with the greater id.
         */
        get: operations["listPomodoroProjects"];
        put?: never;
        /**
         * Make a project
         * @description Makes a project. Only the name is needed; several projects may have the same.
         */
        post: operations["createPomodoroProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id, in either case.
                 * @example 57f9c9187c8402dd306d1c88
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        /**
         * Show one of the caller's projects
         * @description One project. That of another person is not found, just as one that never was.
         */
        get: operations["getPomodoroProject"];
        /**
         * Change a project
         * @description The same as `PATCH`: it changes what is given and leaves the rest, whatever the method's name promises.
         */
        put: operations["replacePomodoroProject"];
        post?: never;
        /**
         * Delete a project
         * @description Deletes one of the caller's projects; tomatoes with its tags stay. A second time it is not found.
         */
        delete: operations["deletePomodoroProject"];
        options?: never;
        head?: never;
        /**
         * Change some of a project
         * @description Changes what is given and leaves the rest. Either all that is given is stored or nothing. `updated_at` moves only if something is different afterwards.
         */
        patch: operations["updatePomodoroProject"];
        trace?: never;
    };
    "/api/leaderboard/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who completed most
         * @description Everybody who completed a tomato in the period, the highest score first; of equal scores, the one that was reached earlier. A day, a week (from Monday) and a month begin and end as they do in each user's own `time_zone`, so that people leave a board at different moments. Nobody has to sign in, and a token is not looked at.
         */
        get: operations["getLeaderboard"];
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
        /** @description Proof of who somebody is, from a provider. */
        SessionRequest: {
            /**
             * @description Who knows the person. Any other is `400`, in another case too.
             * @enum {string}
             */
            provider: "github";
            /** @description An access token that the provider gave to the person. What cannot be one is `401`. */
            access_token: string;
        };
        /** @description What opens this API. */
        SessionToken: {
            /** @description The token, for `Authorization`. */
            token: string;
        };
        /** @description Settings to change. What is left out stays. */
        UserChanges: {
            /** @description The name that leaderboards show. */
            name?: string | null;
            /** @description An e-mail address, which nobody else sees. Its form is not looked at. */
            email?: string | null;
            /** @description Where the picture is. Null means the one from GitHub, an empty text `user.png`. */
            image?: string | null;
            /** @description The zone of the user, by its IANA or Rails name. Blank means null. */
            time_zone?: string | null;
            /** @description A colour, kept as written. Blank means `#000000`. */
            color?: string | null;
            /** @description How loud to ring, below 4. Null means 2. */
            volume?: number | null;
            /** @description Whether a timer ticks. */
            ticking?: boolean;
            /** @description Hours of work in a day. Blank means null. */
            work_hours_per_day?: number | null;
            /** @description What an hour is worth, in the currency. Blank means null. */
            average_hourly_rate?: number | null;
            /**
             * @description The currency. Blank means `USD`.
             * @enum {string|null}
             */
            currency?: "USD" | "EUR" | "JPY" | "GBP" | "CHF" | "" | null;
        };
        /** @description Settings under their root, or as they are. */
        UserRequest: components["schemas"]["UserChanges"] & {
            user?: components["schemas"]["UserChanges"];
        };
        /** @description Settings under their root. */
        UserForm: {
            user: components["schemas"]["UserChanges"];
            time_zone?: components["schemas"]["RequestZone"];
        };
        /** @description The zone of the request where neither a header nor the query says it. */
        RequestZone: string;
        /**
         * @description The currencies that there are.
         * @enum {string}
         */
        Currency: "USD" | "EUR" | "JPY" | "GBP" | "CHF";
        /** @description A user, as the user sees it. */
        PomodoroUser: {
            id: components["schemas"]["PomodoroId"];
            /** @description The name that leaderboards show. */
            name: string | null;
            /** @description The e-mail address. */
            email: string | null;
            /** @description Where the picture is, or `user.png` if there is none. */
            image: string;
            /** @description The user's zone, as it was given. */
            time_zone: string | null;
            /** @description The colour. */
            color: string;
            /**
             * Format: int32
             * @description How loud to ring.
             */
            volume: number;
            /** @description Whether a timer ticks. */
            ticking: boolean;
            /**
             * Format: int64
             * @description Hours of work in a day.
             */
            work_hours_per_day: number | null;
            /**
             * Format: double
             * @description What an hour is worth, in the currency.
             */
            average_hourly_rate: number | null;
            currency: components["schemas"]["Currency"];
            /**
             * @description The sign of the currency.
             * @enum {string}
             */
            currency_unit: "$" | "€" | "¥" | "£" | "Fr.";
            tomatoes_counters: components["schemas"]["TomatoCounters"];
            /** @description The accounts elsewhere by which the user signs in. */
            authorizations: components["schemas"]["Authorization"][];
            created_at: components["schemas"]["ZonedTime"];
            updated_at: components["schemas"]["ZonedTime"];
        };
        /** @description How many tomatoes the user completed, each in the zone of the request. */
        TomatoCounters: {
            /**
             * Format: int32
             * @description Since midnight.
             */
            day: number;
            /**
             * Format: int32
             * @description Since Monday at midnight.
             */
            week: number;
            /**
             * Format: int32
             * @description Since the first of the month at midnight.
             */
            month: number;
        };
        /** @description An account elsewhere, as it was at the first sign-in. */
        Authorization: {
            /**
             * @description Where it is.
             * @enum {string}
             */
            provider: "github";
            /** @description Its number there, which never changes. */
            uid: string;
            /** @description Its name there. */
            nickname: string | null;
            /** @description Its picture there. */
            image: string | null;
        };
        /** @description A tomato under its root. */
        TomatoRequest: {
            /** @description What is to be stored of a tomato. */
            tomato: {
                tag_list: components["schemas"]["TagList"];
            };
            time_zone?: components["schemas"]["RequestZone"];
        };
        /** @description Tags, separated by commas. White space around them and empty ones are dropped; case, order and repetition stay. */
        TagList: string;
        /** @description The tags, in the order in which they were given. */
        Tags: string[];
        /** @description A completed pomodoro. */
        Tomato: {
            id: components["schemas"]["PomodoroId"];
            created_at: components["schemas"]["ZonedTime"];
            updated_at: components["schemas"]["ZonedTime"];
            tags: components["schemas"]["Tags"];
        };
        /** @description A page of tomatoes. */
        TomatoList: {
            /** @description The tomatoes, the latest first. */
            tomatoes: components["schemas"]["Tomato"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description What is to be stored of a project, but for its tags. */
        ProjectFields: {
            /** @description The name, which may not be blank. A new project needs one. */
            name?: string;
            /** @description How much money there is, in whole units of the user's currency. Blank means null. */
            money_budget?: number | null;
            /** @description How much time there is, in whole hours. Blank means null. */
            time_budget?: number | null;
        };
        /** @description What is to be stored of a project. What is left out stays. */
        ProjectChanges: components["schemas"]["ProjectFields"] & {
            tag_list?: components["schemas"]["TagList"];
        };
        /** @description A project under its root, or, without tags, as it is. */
        ProjectRequest: components["schemas"]["ProjectFields"] & {
            project?: components["schemas"]["ProjectChanges"];
            time_zone?: components["schemas"]["RequestZone"];
        };
        /** @description A project under its root. */
        ProjectForm: {
            project: components["schemas"]["ProjectChanges"];
            time_zone?: components["schemas"]["RequestZone"];
        };
        /** @description What tomatoes with any of its tags are about. */
        PomodoroProject: {
            id: components["schemas"]["PomodoroId"];
            created_at: components["schemas"]["ZonedTime"];
            updated_at: components["schemas"]["ZonedTime"];
            tags: components["schemas"]["Tags"];
            /** @description The name. */
            name: string;
            /**
             * Format: int64
             * @description How much money there is, in units of the user's currency.
             */
            money_budget: number | null;
            /**
             * Format: int64
             * @description How much time there is, in hours.
             */
            time_budget: number | null;
        };
        /** @description A page of projects. */
        ProjectList: {
            /** @description The projects, the latest first. */
            projects: components["schemas"]["PomodoroProject"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A page of a leaderboard. */
        Leaderboard: {
            /** @description The scores, the highest first. */
            scores: components["schemas"]["Score"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description How many tomatoes somebody completed in the period. */
        Score: {
            user: components["schemas"]["Competitor"];
            /**
             * Format: int32
             * @description The number of tomatoes.
             */
            score: number;
        };
        /** @description A user, as everybody sees it. */
        Competitor: {
            id: components["schemas"]["PomodoroId"];
            /** @description The name. */
            name: string | null;
            /** @description Where the picture is, or `user.png` if there is none. */
            image: string;
        };
        /** @description An id of 24 hex digits, of which the first 8 are the time in Unix seconds. */
        PomodoroId: string;
        /**
         * Format: date-time
         * @description A time to the millisecond, in the zone of the request.
         */
        ZonedTime: string;
        /** @description Where in a list a page is. */
        Pagination: {
            /**
             * Format: int64
             * @description The number of this page, as it was asked for.
             */
            current_page: number;
            /**
             * Format: int64
             * @description How many pages there are, 0 for an empty list.
             */
            total_pages: number;
            /**
             * Format: int64
             * @description How many items all pages have.
             */
            total_count: number;
        };
        /** @description What went wrong, for whoever reads it. */
        Failure: {
            /** @description What went wrong. */
            error: string;
        };
        /** @description What went wrong, as the status says it. */
        StatusFailure: {
            /**
             * Format: int32
             * @description The status of the answer.
             */
            status: number;
            /** @description The status in words. */
            error: string;
        };
        /** @description Nothing to be stored was found. */
        MissingRoot: {
            /**
             * @description The root under which it belongs.
             * @enum {string}
             */
            missing_param: "tomato" | "project" | "user";
        };
        /** @description What is wrong with a field, to be read behind its name. */
        Messages: string[];
        /** @description What is wrong, by field. */
        TomatoFaults: {
            /** @description What is wrong with the whole, in full sentences. */
            base?: string[];
            tag_list?: components["schemas"]["Messages"];
        };
        /** @description What is wrong, by field. */
        ProjectFaults: {
            name?: components["schemas"]["Messages"];
            money_budget?: components["schemas"]["Messages"];
            time_budget?: components["schemas"]["Messages"];
            tag_list?: components["schemas"]["Messages"];
        };
        /** @description What is wrong, by field. */
        UserFaults: {
            color?: components["schemas"]["Messages"];
            volume?: components["schemas"]["Messages"];
            currency?: components["schemas"]["Messages"];
            work_hours_per_day?: components["schemas"]["Messages"];
            average_hourly_rate?: components["schemas"]["Messages"];
            time_zone?: components["schemas"]["Messages"];
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
        /** @description The user, changed. */
        UserChanged: {
            headers: {
                Location: components["headers"]["UserLocation"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PomodoroUser"];
            };
        };
        /** @description The tomato, changed. */
        TomatoChanged: {
            headers: {
                Location: components["headers"]["TomatoLocation"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Tomato"];
            };
        };
        /** @description The project, changed. */
        ProjectChanged: {
            headers: {
                Location: components["headers"]["ProjectLocation"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PomodoroProject"];
            };
        };
        /** @description There is no such provider, or the body is not JSON. */
        ProviderNotSupported: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StatusFailure"] | components["schemas"]["Failure"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nothing to be stored was found, or the body is not JSON. */
        BadBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StatusFailure"] | components["schemas"]["MissingRoot"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A date is out of range, or a parameter has characters that no text may have. */
        BadFilter: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StatusFailure"] | components["schemas"]["Failure"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A parameter has characters that no text may have. */
        BadParameter: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StatusFailure"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description GitHub does not know the access token, or it was given to another app. */
        SignInRefused: {
            headers: {
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is missing or unknown. */
        AuthenticationFailed: {
            headers: {
                "WWW-Authenticate": components["headers"]["WwwAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Failure"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is nothing here for the caller. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StatusFailure"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than 64 KiB. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StatusFailure"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is neither JSON nor a form, in another charset than UTF-8, or compressed. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StatusFailure"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The latest tomato is less than 25 minutes old, or the tags are no text. */
        OverlappingTomato: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TomatoFaults"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The tags are no text. */
        InvalidTomato: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TomatoFaults"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The project would break a rule. Nothing was stored. */
        InvalidProject: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ProjectFaults"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A setting breaks a rule. Nothing was stored. */
        InvalidUser: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UserFaults"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description GitHub could not be reached in time, or did not answer as it should. Nothing was done; try again later. */
        GitHubUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StatusFailure"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A fault of the server. Whether anything was done is not known. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StatusFailure"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The id, in either case.
         * @example 57f9c9187c8402dd306d1c88
         */
        Id: string;
        /**
         * @description Which page, from 1 on. What is no positive number is 1.
         * @example 2
         */
        Page: number | string;
        /**
         * @description The zone of the request, before the parameter and the user's.
         * @example Europe/Rome
         */
        TimeZoneHeader: string;
        /**
         * @description The zone of the request where there is no `Time-Zone` header.
         * @example Europe/Rome
         */
        TimeZone: string;
    };
    requestBodies: {
        /** @description What to change, at least one member of it. */
        UserChanges: {
            content: {
                "application/json": components["schemas"]["UserRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["UserForm"];
                "multipart/form-data": components["schemas"]["UserForm"];
            };
        };
        /** @description The tags. There is nothing else to say of a tomato, so they have to be there, if only as an empty text. */
        TomatoChanges: {
            content: {
                "application/json": components["schemas"]["TomatoRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["TomatoRequest"];
                "multipart/form-data": components["schemas"]["TomatoRequest"];
            };
        };
        /** @description The project, or what to change of it. */
        ProjectChanges: {
            content: {
                "application/json": components["schemas"]["ProjectRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ProjectForm"];
                "multipart/form-data": components["schemas"]["ProjectForm"];
            };
        };
    };
    headers: {
        /**
         * @description The address of the user, who has only one.
         * @example https://guildhall.example/api/user
         */
        UserLocation: string;
        /**
         * @description The address of the tomato.
         * @example https://guildhall.example/api/tomatoes/57f9c9187c8402dd306d1c88
         */
        TomatoLocation: string;
        /**
         * @description The address of the project.
         * @example https://guildhall.example/api/projects/57f9c9377c8402dd306d1c8b
         */
        ProjectLocation: string;
        /**
         * @description The challenge (RFC 9110, section 11.6.1), naming the scheme that would be accepted.
         * @example Bearer realm="guildhall"
         */
        WwwAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createPomodoroSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Whose token is sent, and the token. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["SessionRequest"];
                "multipart/form-data": components["schemas"]["SessionRequest"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionToken"];
                };
            };
            400: components["responses"]["ProviderNotSupported"];
            401: components["responses"]["SignInRefused"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["GitHubUnavailable"];
        };
    };
    deletePomodoroSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No token of the caller works any more. There is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["AuthenticationFailed"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getPomodoroUser: {
        parameters: {
            query?: {
                /**
                 * @description The zone of the request where there is no `Time-Zone` header.
                 * @example Europe/Rome
                 */
                time_zone?: components["parameters"]["TimeZone"];
            };
            header?: {
                /**
                 * @description The zone of the request, before the parameter and the user's.
                 * @example Europe/Rome
                 */
                "Time-Zone"?: components["parameters"]["TimeZoneHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PomodoroUser"];
                };
            };
            400: components["responses"]["BadParameter"];
            401: components["responses"]["AuthenticationFailed"];
            500: components["responses"]["InternalServerError"];
        };
    };
    replacePomodoroUser: {
        parameters: {
            query?: {
                /**
                 * @description The zone of the request where there is no `Time-Zone` header.
                 * @example Europe/Rome
                 */
                time_zone?: components["parameters"]["TimeZone"];
            };
            header?: {
                /**
                 * @description The zone of the request, before the parameter and the user's.
                 * @example Europe/Rome
                 */
                "Time-Zone"?: components["parameters"]["TimeZoneHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UserChanges"];
        responses: {
            200: components["responses"]["UserChanged"];
            400: components["responses"]["BadBody"];
            401: components["responses"]["AuthenticationFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidUser"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updatePomodoroUser: {
        parameters: {
            query?: {
                /**
                 * @description The zone of the request where there is no `Time-Zone` header.
                 * @example Europe/Rome
                 */
                time_zone?: components["parameters"]["TimeZone"];
            };
            header?: {
                /**
                 * @description The zone of the request, before the parameter and the user's.
                 * @example Europe/Rome
                 */
                "Time-Zone"?: components["parameters"]["TimeZoneHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["UserChanges"];
        responses: {
            200: components["responses"]["UserChanged"];
            400: components["responses"]["BadBody"];
            401: components["responses"]["AuthenticationFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidUser"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listTomatoes: {
        parameters: {
            query?: {
                /**
                 * @description Which page, from 1 on. What is no positive number is 1.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Only tomatoes from this time on.
                 * @example 2016-10-01T00:00:00Z
                 */
                from?: string;
                /**
                 * @description Only tomatoes from before this time.
                 * @example 2016-11-01T00:00:00Z
                 */
                to?: string;
                /**
                 * @description The zone of the request where there is no `Time-Zone` header.
                 * @example Europe/Rome
                 */
                time_zone?: components["parameters"]["TimeZone"];
            };
            header?: {
                /**
                 * @description The zone of the request, before the parameter and the user's.
                 * @example Europe/Rome
                 */
                "Time-Zone"?: components["parameters"]["TimeZoneHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tomatoes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TomatoList"];
                };
            };
            400: components["responses"]["BadFilter"];
            401: components["responses"]["AuthenticationFailed"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createTomato: {
        parameters: {
            query?: {
                /**
                 * @description The zone of the request where there is no `Time-Zone` header.
                 * @example Europe/Rome
                 */
                time_zone?: components["parameters"]["TimeZone"];
            };
            header?: {
                /**
                 * @description The zone of the request, before the parameter and the user's.
                 * @example Europe/Rome
                 */
                "Time-Zone"?: components["parameters"]["TimeZoneHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["TomatoChanges"];
        responses: {
            /** @description The tomato is recorded. */
            201: {
                headers: {
                    Location: components["headers"]["TomatoLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tomato"];
                };
            };
            400: components["responses"]["BadBody"];
            401: components["responses"]["AuthenticationFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OverlappingTomato"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getTomato: {
        parameters: {
            query?: {
                /**
                 * @description The zone of the request where there is no `Time-Zone` header.
                 * @example Europe/Rome
                 */
                time_zone?: components["parameters"]["TimeZone"];
            };
            header?: {
                /**
                 * @description The zone of the request, before the parameter and the user's.
                 * @example Europe/Rome
                 */
                "Time-Zone"?: components["parameters"]["TimeZoneHeader"];
            };
            path: {
                /**
                 * @description The id, in either case.
                 * @example 57f9c9187c8402dd306d1c88
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tomato. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tomato"];
                };
            };
            400: components["responses"]["BadParameter"];
            401: components["responses"]["AuthenticationFailed"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
        };
    };
    replaceTomato: {
        parameters: {
            query?: {
                /**
                 * @description The zone of the request where there is no `Time-Zone` header.
                 * @example Europe/Rome
                 */
                time_zone?: components["parameters"]["TimeZone"];
            };
            header?: {
                /**
                 * @description The zone of the request, before the parameter and the user's.
                 * @example Europe/Rome
                 */
                "Time-Zone"?: components["parameters"]["TimeZoneHeader"];
            };
            path: {
                /**
                 * @description The id, in either case.
                 * @example 57f9c9187c8402dd306d1c88
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["TomatoChanges"];
        responses: {
            200: components["responses"]["TomatoChanged"];
            400: components["responses"]["BadBody"];
            401: components["responses"]["AuthenticationFailed"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidTomato"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteTomato: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id, in either case.
                 * @example 57f9c9187c8402dd306d1c88
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tomato is gone. There is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["AuthenticationFailed"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updateTomato: {
        parameters: {
            query?: {
                /**
                 * @description The zone of the request where there is no `Time-Zone` header.
                 * @example Europe/Rome
                 */
                time_zone?: components["parameters"]["TimeZone"];
            };
            header?: {
                /**
                 * @description The zone of the request, before the parameter and the user's.
                 * @example Europe/Rome
                 */
                "Time-Zone"?: components["parameters"]["TimeZoneHeader"];
            };
            path: {
                /**
                 * @description The id, in either case.
                 * @example 57f9c9187c8402dd306d1c88
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["TomatoChanges"];
        responses: {
            200: components["responses"]["TomatoChanged"];
            400: components["responses"]["BadBody"];
            401: components["responses"]["AuthenticationFailed"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidTomato"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listPomodoroProjects: {
        parameters: {
            query?: {
                /**
                 * @description Which page, from 1 on. What is no positive number is 1.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
                /**
                 * @description Only projects with at least one of these tags, separated by commas and compared exactly, case included. Without any tag in it, no project.
                 * @example ruby, acme
                 */
                tag_list?: string;
                /**
                 * @description The zone of the request where there is no `Time-Zone` header.
                 * @example Europe/Rome
                 */
                time_zone?: components["parameters"]["TimeZone"];
            };
            header?: {
                /**
                 * @description The zone of the request, before the parameter and the user's.
                 * @example Europe/Rome
                 */
                "Time-Zone"?: components["parameters"]["TimeZoneHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of projects. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectList"];
                };
            };
            400: components["responses"]["BadParameter"];
            401: components["responses"]["AuthenticationFailed"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createPomodoroProject: {
        parameters: {
            query?: {
                /**
                 * @description The zone of the request where there is no `Time-Zone` header.
                 * @example Europe/Rome
                 */
                time_zone?: components["parameters"]["TimeZone"];
            };
            header?: {
                /**
                 * @description The zone of the request, before the parameter and the user's.
                 * @example Europe/Rome
                 */
                "Time-Zone"?: components["parameters"]["TimeZoneHeader"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ProjectChanges"];
        responses: {
            /** @description The project is made. */
            201: {
                headers: {
                    Location: components["headers"]["ProjectLocation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PomodoroProject"];
                };
            };
            400: components["responses"]["BadBody"];
            401: components["responses"]["AuthenticationFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidProject"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getPomodoroProject: {
        parameters: {
            query?: {
                /**
                 * @description The zone of the request where there is no `Time-Zone` header.
                 * @example Europe/Rome
                 */
                time_zone?: components["parameters"]["TimeZone"];
            };
            header?: {
                /**
                 * @description The zone of the request, before the parameter and the user's.
                 * @example Europe/Rome
                 */
                "Time-Zone"?: components["parameters"]["TimeZoneHeader"];
            };
            path: {
                /**
                 * @description The id, in either case.
                 * @example 57f9c9187c8402dd306d1c88
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The project. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PomodoroProject"];
                };
            };
            400: components["responses"]["BadParameter"];
            401: components["responses"]["AuthenticationFailed"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
        };
    };
    replacePomodoroProject: {
        parameters: {
            query?: {
                /**
                 * @description The zone of the request where there is no `Time-Zone` header.
                 * @example Europe/Rome
                 */
                time_zone?: components["parameters"]["TimeZone"];
            };
            header?: {
                /**
                 * @description The zone of the request, before the parameter and the user's.
                 * @example Europe/Rome
                 */
                "Time-Zone"?: components["parameters"]["TimeZoneHeader"];
            };
            path: {
                /**
                 * @description The id, in either case.
                 * @example 57f9c9187c8402dd306d1c88
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ProjectChanges"];
        responses: {
            200: components["responses"]["ProjectChanged"];
            400: components["responses"]["BadBody"];
            401: components["responses"]["AuthenticationFailed"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidProject"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deletePomodoroProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id, in either case.
                 * @example 57f9c9187c8402dd306d1c88
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The project is gone. There is no body. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["AuthenticationFailed"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updatePomodoroProject: {
        parameters: {
            query?: {
                /**
                 * @description The zone of the request where there is no `Time-Zone` header.
                 * @example Europe/Rome
                 */
                time_zone?: components["parameters"]["TimeZone"];
            };
            header?: {
                /**
                 * @description The zone of the request, before the parameter and the user's.
                 * @example Europe/Rome
                 */
                "Time-Zone"?: components["parameters"]["TimeZoneHeader"];
            };
            path: {
                /**
                 * @description The id, in either case.
                 * @example 57f9c9187c8402dd306d1c88
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["ProjectChanges"];
        responses: {
            200: components["responses"]["ProjectChanged"];
            400: components["responses"]["BadBody"];
            401: components["responses"]["AuthenticationFailed"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["InvalidProject"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getLeaderboard: {
        parameters: {
            query?: {
                /**
                 * @description Which page, from 1 on. What is no positive number is 1.
                 * @example 2
                 */
                page?: components["parameters"]["Page"];
            };
            header?: never;
            path: {
                /**
                 * @description The user's current day, week or month, or all of the time.
                 * @example weekly
                 */
                period: "daily" | "weekly" | "monthly" | "overall";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the leaderboard. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Leaderboard"];
                };
            };
            400: components["responses"]["BadParameter"];
            404: components["responses"]["NotFound"];
            500: components["responses"]["InternalServerError"];
        };
    };
}

export interface security {
    createPomodoroSession: never;
    deletePomodoroSession: 'pomodoroToken';
    getPomodoroUser: 'pomodoroToken';
    replacePomodoroUser: 'pomodoroToken';
    updatePomodoroUser: 'pomodoroToken';
    listTomatoes: 'pomodoroToken';
    createTomato: 'pomodoroToken';
    getTomato: 'pomodoroToken';
    replaceTomato: 'pomodoroToken';
    deleteTomato: 'pomodoroToken';
    updateTomato: 'pomodoroToken';
    listPomodoroProjects: 'pomodoroToken';
    createPomodoroProject: 'pomodoroToken';
    getPomodoroProject: 'pomodoroToken';
    replacePomodoroProject: 'pomodoroToken';
    deletePomodoroProject: 'pomodoroToken';
    updatePomodoroProject: 'pomodoroToken';
    getLeaderboard: never;
}
