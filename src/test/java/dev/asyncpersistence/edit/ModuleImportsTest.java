/*
 * Copyright 2026 the rewrite-async-persistence authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 * https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package dev.asyncpersistence.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.TestPython;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openrewrite.python.tree.Py;

/** What is expected is what isort 9.0.2 with the black profile leaves as it is, where it leaves the text before as it is. */
@ExtendWith(PythonForTests.class)
class ModuleImportsTest {

    @Test
    void codeGetsOneBlankLineAndDefinitionsTwo() {
        assertImported("""
                x = 1
                """, """
                import asyncio

                x = 1
                """);
        assertImported("""
                def f():
                    pass
                """, """
                import asyncio


                def f():
                    pass
                """);
        assertImported("""
                @d
                def f():
                    pass
                """, """
                import asyncio


                @d
                def f():
                    pass
                """);
    }

    @Test
    void docstringStaysFirst() {
        assertImported("""
                \"""Doc.\"""

                x = 1
                """, """
                \"""Doc.\"""

                import asyncio

                x = 1
                """);
        assertImported("""
                \"""Doc.\"""


                def f():
                    pass
                """, """
                \"""Doc.\"""

                import asyncio


                def f():
                    pass
                """);
        assertImported("""
                \"""Doc.\"""

                import attr
                """, """
                \"""Doc.\"""

                import asyncio

                import attr
                """);
        assertImported("""
                \"""Doc.\"""

                import os
                """, """
                \"""Doc.\"""

                import asyncio
                import os
                """);
        assertImported("""
                \"""Doc.\"""
                import os

                x = 1
                """, """
                \"""Doc.\"""
                import asyncio
                import os

                x = 1
                """);
        assertImported("""
                \"""Doc.\"""  # why

                import attr
                """, """
                \"""Doc.\"""  # why

                import asyncio

                import attr
                """);
    }

    @Test
    void headerCommentsStayFirst() {
        assertImported("""
                #!/usr/bin/env python3
                # -*- coding: utf-8 -*-
                # Copyright

                import os
                """, """
                #!/usr/bin/env python3
                # -*- coding: utf-8 -*-
                # Copyright

                import asyncio
                import os
                """);
        assertImported("""
                #!/usr/bin/env python3
                # Copyright

                import attr
                """, """
                #!/usr/bin/env python3
                # Copyright

                import asyncio

                import attr
                """);
        assertImported("""
                #!/usr/bin/env python3
                # Copyright
                \"""Doc.\"""

                import attr
                """, """
                #!/usr/bin/env python3
                # Copyright
                \"""Doc.\"""

                import asyncio

                import attr
                """);
        assertImported("""
                # Copyright

                x = 1
                """, """
                # Copyright

                import asyncio

                x = 1
                """);
        assertImported("""
                # ruff: noqa
                import os
                """, """
                # ruff: noqa
                import asyncio
                import os
                """);
        assertImported("""
                # Copyright

                # about os
                import os
                """, """
                # Copyright

                import asyncio

                # about os
                import os
                """);
    }

    @Test
    void futureImportsStayFirst() {
        assertImported("""
                from __future__ import annotations

                import os
                """, """
                from __future__ import annotations

                import asyncio
                import os
                """);
        assertImported("""
                from __future__ import annotations

                import attr
                """, """
                from __future__ import annotations

                import asyncio

                import attr
                """);
        assertImported("""
                from __future__ import annotations

                x = 1
                """, """
                from __future__ import annotations

                import asyncio

                x = 1
                """);
        assertImported("""
                from __future__ import annotations


                def f():
                    pass
                """, """
                from __future__ import annotations

                import asyncio


                def f():
                    pass
                """);
        assertImported("""
                \"""Doc.\"""

                from __future__ import annotations

                from fastapi import FastAPI
                """, """
                \"""Doc.\"""

                from __future__ import annotations

                import asyncio

                from fastapi import FastAPI
                """);
        assertImported("""
                from __future__ import annotations  # why

                import attr
                """, """
                from __future__ import annotations  # why

                import asyncio

                import attr
                """);
    }

    @Test
    void opensTheStandardLibrarySection() {
        assertImported("""
                import attr

                x = 1
                """, """
                import asyncio

                import attr

                x = 1
                """);
        assertImported("""
                from fastapi import FastAPI

                x = 1
                """, """
                import asyncio

                from fastapi import FastAPI

                x = 1
                """);
        assertImported("""
                import attr
                from fastapi import FastAPI

                x = 1
                """, """
                import asyncio

                import attr
                from fastapi import FastAPI

                x = 1
                """);
        assertImported("""
                from . import db

                x = 1
                """, """
                import asyncio

                from . import db

                x = 1
                """);
        assertImported("""
                import aiohttp
                import attr

                x = 1
                """, """
                import asyncio

                import aiohttp
                import attr

                x = 1
                """);
        assertImported("""
                import aiohttp  # type: ignore

                x = 1
                """, """
                import asyncio

                import aiohttp  # type: ignore

                x = 1
                """);
    }

    @Test
    void standsBeforeFromImports() {
        assertImported("""
                from os import path

                x = 1
                """, """
                import asyncio
                from os import path

                x = 1
                """);
        assertImported("""
                from os import path
                from typing import Any

                from fastapi import FastAPI
                """, """
                import asyncio
                from os import path
                from typing import Any

                from fastapi import FastAPI
                """);
        assertImported("""
                from typing import (
                    Any,
                    Optional,
                )

                x = 1
                """, """
                import asyncio
                from typing import (
                    Any,
                    Optional,
                )

                x = 1
                """);
        assertImported("""
                from fastapi import (
                    APIRouter,
                    FastAPI,
                )

                x = 1
                """, """
                import asyncio

                from fastapi import (
                    APIRouter,
                    FastAPI,
                )

                x = 1
                """);
        assertImported("""
                from asyncio import gather

                x = 1
                """, """
                import asyncio
                from asyncio import gather

                x = 1
                """);
    }

    @Test
    void standsByName() {
        assertImported("""
                import json
                import os

                x = 1
                """, """
                import asyncio
                import json
                import os

                x = 1
                """);
        assertImported("""
                import abc
                import argparse

                x = 1
                """, """
                import abc
                import argparse
                import asyncio

                x = 1
                """);
        assertImported("""
                import abc
                import json
                from typing import Any

                x = 1
                """, """
                import abc
                import asyncio
                import json
                from typing import Any

                x = 1
                """);
        assertImported("""
                import abc

                import attr
                """, """
                import abc
                import asyncio

                import attr
                """);
        assertImported("""
                import abc
                from typing import Any

                import attr
                """, """
                import abc
                import asyncio
                from typing import Any

                import attr
                """);
        assertImported("""
                import os.path

                x = 1
                """, """
                import asyncio
                import os.path

                x = 1
                """);
        assertImported("""
                import ast
                from __main__ import x
                """, """
                import ast
                import asyncio
                from __main__ import x
                """);
    }

    @Test
    void followsSectionsSortedByModuleAlone() {
        assertImported("""
                from abc import ABC
                import json
                from typing import Any

                import attr
                """, """
                from abc import ABC
                import asyncio
                import json
                from typing import Any

                import attr
                """);
        assertImported("""
                import json
                from pathlib import Path
                import re

                x = 1
                """, """
                import asyncio
                import json
                from pathlib import Path
                import re

                x = 1
                """);
    }

    @Test
    void commentsStayWithTheirLines() {
        assertImported("""
                import abc  # why
                import json

                x = 1
                """, """
                import abc  # why
                import asyncio
                import json

                x = 1
                """);
        assertImported("""
                import abc  # why

                import attr
                """, """
                import abc  # why
                import asyncio

                import attr
                """);
        assertImported("""
                import abc  # why
                from typing import Any

                x = 1
                """, """
                import abc  # why
                import asyncio
                from typing import Any

                x = 1
                """);
        assertImported("""
                import abc
                # about json
                import json

                x = 1
                """, """
                import abc
                import asyncio
                # about json
                import json

                x = 1
                """);
        assertImported("""
                \"""Doc.\"""

                # about json
                import json

                x = 1
                """, """
                \"""Doc.\"""

                import asyncio

                # about json
                import json

                x = 1
                """);
        assertImported("""
                \"""Doc.\"""

                # about attr
                import attr

                x = 1
                """, """
                \"""Doc.\"""

                import asyncio

                # about attr
                import attr

                x = 1
                """);
        assertImported("""
                \"""Doc.\"""


                # about f
                def f():
                    pass
                """, """
                \"""Doc.\"""

                import asyncio


                # about f
                def f():
                    pass
                """);
    }

    @Test
    void codeMayFollowAtOnce() {
        assertImported("""
                import os
                x = 1
                """, """
                import asyncio
                import os
                x = 1
                """);
        assertImported("""
                import attr
                x = 1
                """, """
                import asyncio

                import attr
                x = 1
                """);
        assertImported("""
                import sys

                sys.path.append(".")

                import attr  # noqa
                """, """
                import asyncio
                import sys

                sys.path.append(".")

                import attr  # noqa
                """);
    }

    @Test
    void conditionalImportsDontCount() {
        assertImported("""
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    import asyncio

                x = 1
                """, """
                import asyncio
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    import asyncio

                x = 1
                """);
        assertImported("""
                \"""Doc.\"""

                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app import db
                """, """
                \"""Doc.\"""

                import asyncio
                from typing import TYPE_CHECKING

                if TYPE_CHECKING:
                    from app import db
                """);
        assertImported("""
                if True:
                    import json

                x = 1
                """, """
                import asyncio

                if True:
                    import json

                x = 1
                """);
        assertImported("""
                try:
                    import orjson
                except ImportError:
                    orjson = None
                """, """
                import asyncio

                try:
                    import orjson
                except ImportError:
                    orjson = None
                """);
        assertImported("""
                import os


                def f():
                    import asyncio
                    return asyncio
                """, """
                import asyncio
                import os


                def f():
                    import asyncio
                    return asyncio
                """);
    }

    @Test
    void anotherNameDoesntCount() {
        assertImported("""
                import asyncio as aio

                x = 1
                """, """
                import asyncio
                import asyncio as aio

                x = 1
                """);
    }

    @Test
    void neverInsideALine() {
        assertImported("""
                import os; import sys
                """, """
                import asyncio
                import os; import sys
                """);
        assertImported("""
                import abc; import sys

                x = 1
                """, """
                import abc; import sys
                import asyncio

                x = 1
                """);
        assertImported("""
                \"""Doc.\"""; import abc

                x = 1
                """, """
                \"""Doc.\"""; import abc
                import asyncio

                x = 1
                """);
        assertImported("""
                import os, sys

                x = 1
                """, """
                import asyncio
                import os, sys

                x = 1
                """);
    }

    @Test
    void lineEndsOfTheFile() {
        assertImported("import os\r\n\r\nx = 1\r\n", "import asyncio\r\nimport os\r\n\r\nx = 1\r\n");
        assertImported(
                "\"\"\"Doc.\"\"\"\r\n\r\nimport attr\r\n\r\nx = 1\r\n",
                "\"\"\"Doc.\"\"\"\r\n\r\nimport asyncio\r\n\r\nimport attr\r\n\r\nx = 1\r\n");
        assertImported(
                "import abc  # why\r\n# about json\r\nimport json\r\n\r\nx = 1\r\n",
                "import abc  # why\r\nimport asyncio\r\n# about json\r\nimport json\r\n\r\nx = 1\r\n");
        assertImported("def f():\r\n    pass\r\n", "import asyncio\r\n\r\n\r\ndef f():\r\n    pass\r\n");
    }

    @Test
    void doNotChangeWhereTheNameIsKnown() {
        for (String text : new String[] {
            "import asyncio\n", "import os\n\nimport asyncio\n", "import asyncio.events\n", "import os, asyncio\n"
        }) {
            Py.CompilationUnit tree = TestPython.parse(text);
            assertThat(ModuleImports.withImport(tree, "asyncio")).isSameAs(tree);
        }
    }

    @Test
    void installedPackagesFollowTheStandardLibrary() {
        assertInstalled("""
                import os

                from .app import load
                """, """
                import os

                import pytest

                from .app import load
                """);
        assertInstalled("""
                import asyncio
                from unittest import mock

                def test(): ...
                """, """
                import asyncio
                from unittest import mock

                import pytest


                def test(): ...
                """);
    }

    @Test
    void installedPackagesStandByName() {
        assertInstalled("""
                import httpx
                from aiohttp import web
                """, """
                import httpx
                import pytest
                from aiohttp import web
                """);
        assertInstalled("""
                import pytest_asyncio
                """, """
                import pytest
                import pytest_asyncio
                """);
    }

    /** The project's own packages are known by the folder that the file stands in. */
    @Test
    void installedPackagesPrecedeTheProjects() {
        Py.CompilationUnit tree = TestPython.parse("game/tests/test_room.py", """
                import os

                from game.room import Room
                """);
        assertThat(ModuleImports.withImport(tree, "pytest").printAll()).isEqualTo("""
                import os

                import pytest

                from game.room import Room
                """);
    }

    private static void assertInstalled(String before, String after) {
        assertThat(ModuleImports.withImport(TestPython.parse(before), "pytest").printAll())
                .isEqualTo(after);
    }

    private static void assertImported(String before, String after) {
        assertThat(ModuleImports.withImport(TestPython.parse(before), "asyncio").printAll())
                .isEqualTo(after);
    }
}
