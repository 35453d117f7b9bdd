package org.elenchus.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    private static final String SIXTY_TWO = "0123456789abcdef".repeat(4).substring(2);

    @Test
    void every_lower_case_hexadecimal_digit_is_one() {
        assertThat(new Digest("09" + SIXTY_TWO).hex()).isEqualTo("09" + SIXTY_TWO);
        assertThat(Digest.of("").hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "000", "0/", "0:", "0`", "0g", "0A", "0F", "0 ", "0é", "0٣"})
    void other_characters_and_lengths_are_refused(String beginning) {
        assertThatThrownBy(() -> new Digest(beginning + SIXTY_TWO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a SHA-256 digest");
    }
}
