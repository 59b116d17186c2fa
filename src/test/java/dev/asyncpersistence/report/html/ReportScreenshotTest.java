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
package dev.asyncpersistence.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asyncpersistence.PythonForTests;
import dev.asyncpersistence.source.TestBrowser;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Looks at the report in a headless browser: in both themes, on a phone, printed, and without scripts. The screenshots are in
 * {@code target/report-screenshots}; run with {@code -Dscreenshots.update=true} to take those that are there as the expected ones.
 */
@ExtendWith(PythonForTests.class)
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "the browser is packaged for it only")
class ReportScreenshotTest {
    private static final Path SCREENSHOTS = Path.of("target/report-screenshots");
    private static final Path EXPECTED = Path.of("src/test/resources/dev/asyncpersistence/report/html/screenshots");

    /** How much smaller the expected pictures are: layout and colours count, not how letters are drawn. */
    private static final int SCALE = 4;

    private static JsonNode seen;

    @BeforeAll
    static void look() throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Path page = SCREENSHOTS.resolve("report.html");
        Files.writeString(page, HtmlReport.of(ReportSamples.plan(), ReportSamples.hostileFacts()));
        seen = new ObjectMapper().readTree(TestBrowser.look(page, SCREENSHOTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "phone", "print", "plain"})
    void nothingIsLoggedNothingIsLoaded(String view) {
        assertThat(texts(seen.get(view).get("messages"))).isEmpty();
        assertThat(texts(seen.get(view).get("requests"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "phone", "print", "plain"})
    void nothingIsCutAtTheSide(String view) {
        assertThat(seen.get(view).get("overflow").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "phone"})
    void isAccessible(String view) {
        assertThat(texts(seen.get(view).get("violations"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "phone", "print"})
    void chartsShowWhatThePlanSays(String view) {
        JsonNode charts = seen.get(view).get("charts");
        // A bar or band for each number that is not zero; of bars, one more for the legend.
        assertThat(shapes(charts, "phases-chart", "done")).isEqualTo(2 + 1);
        assertThat(shapes(charts, "phases-chart", "await")).isEqualTo(2 + 1);
        assertThat(shapes(charts, "priorities-chart", "thread")).isEqualTo(2 + 1);
        assertThat(shapes(charts, "priorities-chart", "left")).isEqualTo(2 + 1);
        assertThat(texts(charts.get("priorities-chart").get("texts"))).contains("HIGH", "MEDIUM", "LOW");
        assertThat(texts(charts.get("flow-chart").get("texts"))).contains("index", "… 2 more", "load", "connect");
        assertThat(shapes(charts, "flow-chart", "node")).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "print"})
    void textInChartsCanBeRead(String view) {
        seen.get(view)
                .get("contrasts")
                .properties()
                .forEach(each ->
                        assertThat(each.getValue().asDouble()).as(each.getKey()).isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void themesDifferAndChartsFollowThemWithoutBeingLoadedAgain() {
        for (String part : List.of("page", "text", "bar")) {
            assertThat(seen.get("dark").get(part))
                    .as(part)
                    .isNotEqualTo(seen.get("light").get(part));
        }
        assertThat(seen.get("light").get("barAfterSwitch"))
                .isEqualTo(seen.get("dark").get("bar"));
    }

    @Test
    void paperIsLightAndHoldsTheCharts() {
        JsonNode print = seen.get("print");
        assertThat(print.get("page").asText()).isEqualTo("rgb(255, 255, 255)");
        assertThat(print.get("text")).isEqualTo(seen.get("light").get("text"));
        assertThat(print.get("bar")).isEqualTo(seen.get("light").get("bar"));
        assertThat(print.get("charts").properties())
                .allSatisfy(chart ->
                        assertThat(chart.getValue().get("width").asInt()).isBetween(600, 688));
        assertThat(SCREENSHOTS.resolve("report.pdf")).isNotEmptyFile();
    }

    @Test
    void filesAreSortedWithTheKeyboard() {
        assertThat(texts(seen.get("light").get("files"))).containsExactly("app/web.py", "app/service.py");
        assertThat(texts(seen.get("light").get("filesByName"))).containsExactly("app/service.py", "app/web.py");
    }

    @Test
    void withoutScriptsThereAreNoChartsAndNoRoomForThem() throws IOException {
        assertThat(seen.get("plain").get("charts").properties())
                .allSatisfy(chart -> assertThat(chart.getValue().get("texts")).isEmpty());
        assertThat(screenshot("plain").getHeight())
                .isLessThan(screenshot("light").getHeight() - 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "phone", "print"})
    void looksAsExpected(String view) throws IOException {
        BufferedImage actual = scaled(screenshot(view));
        Path file = EXPECTED.resolve(view + ".png");
        if (Boolean.getBoolean("screenshots.update")) {
            Files.createDirectories(EXPECTED);
            ImageIO.write(actual, "png", file.toFile());
        }
        BufferedImage expected = ImageIO.read(file.toFile());

        assertThat(colours(actual)).as("colours").isGreaterThan(50);
        assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
        assertThat(actual.getHeight()).isCloseTo(expected.getHeight(), within(expected.getHeight() / 100));
        assertThat(difference(actual, expected))
                .as("share of points that differ")
                .isLessThan(0.02);
    }

    private static int shapes(JsonNode charts, String chart, String color) {
        return charts.get(chart).get("shapes").path("var(--" + color + ")").asInt();
    }

    private static List<String> texts(JsonNode array) {
        List<String> result = new ArrayList<>();
        Objects.requireNonNull(array).forEach(each -> result.add(each.asText()));
        return result;
    }

    // --- pictures

    private static BufferedImage screenshot(String view) throws IOException {
        return ImageIO.read(SCREENSHOTS.resolve(view + ".png").toFile());
    }

    /** Each point is the mean of a square. */
    private static BufferedImage scaled(BufferedImage image) {
        BufferedImage result =
                new BufferedImage(image.getWidth() / SCALE, image.getHeight() / SCALE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < result.getHeight(); y++) {
            for (int x = 0; x < result.getWidth(); x++) {
                int[] square = image.getRGB(x * SCALE, y * SCALE, SCALE, SCALE, null, 0, SCALE);
                result.setRGB(x, y, mean(square, 16) << 16 | mean(square, 8) << 8 | mean(square, 0));
            }
        }
        return result;
    }

    private static int mean(int[] points, int shift) {
        return IntStream.of(points).map(point -> point >> shift & 0xff).sum() / points.length;
    }

    private static long colours(BufferedImage image) {
        return points(image).distinct().count();
    }

    private static IntStream points(BufferedImage image) {
        return IntStream.of(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
    }

    /** Of the rows that both have. */
    private static double difference(BufferedImage one, BufferedImage other) {
        int height = Math.min(one.getHeight(), other.getHeight());
        int[] ones = points(one).limit((long) height * one.getWidth()).toArray();
        int[] others = points(other).limit((long) height * one.getWidth()).toArray();
        long different = IntStream.range(0, ones.length)
                .filter(i -> IntStream.of(0, 8, 16)
                        .anyMatch(shift -> Math.abs((ones[i] >> shift & 0xff) - (others[i] >> shift & 0xff)) > 40))
                .count();
        return (double) different / ones.length;
    }
}
