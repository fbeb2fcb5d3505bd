//! What a grade of health means for a balance sheet, by industry.
//!
//! A grade of 0 is excellent, 100 good, 200 average, 300 low, 400 poor.

/// What grades 0, 100, 200, 300 and 400 mean: hundredths for turnovers and ratios, thousandths of sales or
/// assets for shares.
pub struct Norms {
    pub receivables_turnover: [i64; 5],
    pub inventory_turnover: [i64; 5],
    pub margin: [i64; 5],
    pub returns: [i64; 5],
    pub leverage: [i64; 5],
    pub current_ratio: [i64; 5],
    pub fixed: i64,
}

/// Norms of an industry, invented like those of the teaching model.
pub fn norms(industry: &str) -> Norms {
    let rows: ([[i64; 5]; 6], i64) = match industry {
        "construction" => (
            [
                [600, 450, 320, 220, 150],
                [800, 550, 350, 220, 140],
                [200, 150, 110, 80, 50],
                [90, 65, 45, 25, 10],
                [100, 180, 280, 400, 550],
                [170, 140, 120, 100, 85],
            ],
            120,
        ),
        "electronics" => (
            [
                [1000, 700, 500, 350, 250],
                [1000, 750, 550, 400, 250],
                [400, 300, 220, 150, 100],
                [160, 110, 70, 40, 10],
                [50, 85, 140, 220, 350],
                [240, 190, 150, 110, 85],
            ],
            320,
        ),
        "food" => (
            [
                [2500, 1800, 1200, 800, 500],
                [1400, 1000, 700, 450, 300],
                [380, 300, 220, 150, 100],
                [150, 100, 65, 35, 10],
                [60, 100, 160, 250, 380],
                [200, 150, 120, 90, 70],
            ],
            380,
        ),
        "machinery" => (
            [
                [800, 600, 420, 300, 200],
                [550, 420, 300, 220, 150],
                [350, 280, 220, 160, 110],
                [130, 90, 60, 35, 10],
                [60, 100, 160, 240, 360],
                [200, 160, 130, 100, 80],
            ],
            420,
        ),
        "software" => (
            [
                [800, 600, 450, 300, 200],
                [2000, 1400, 900, 500, 300],
                [750, 650, 550, 400, 250],
                [200, 140, 90, 50, 10],
                [50, 90, 150, 250, 400],
                [250, 200, 150, 110, 80],
            ],
            150,
        ),
        _ => (
            [
                [1600, 1100, 800, 500, 350],
                [1600, 1200, 800, 500, 300],
                [180, 130, 90, 60, 30],
                [120, 85, 55, 30, 10],
                [80, 140, 220, 320, 450],
                [180, 150, 120, 100, 80],
            ],
            80,
        ),
    };
    let ([receivables_turnover, inventory_turnover, margin, returns, leverage, current_ratio], fixed) = rows;
    Norms { receivables_turnover, inventory_turnover, margin, returns, leverage, current_ratio, fixed }
}

/// What `grade` means on a scale; beyond 400 the last stretch goes on.
pub fn at(scale: [i64; 5], grade: i64) -> i64 {
    let step = usize::try_from(grade / 100).unwrap_or(0).min(3);
    let beyond = grade - i64::try_from(step).unwrap_or(0) * 100;
    scale[step] + (scale[step + 1] - scale[step]) * beyond / 100
}
